using System.CommandLine;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using CommsDesk.Configuration;
using CommsDesk.Demo;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms demo</c>: a week of a communications team goes round the whole loop.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Folder for what it writes.", DefaultValueFactory = _ => "./comms-demo", HelpName = "DIR" };
        var input = new Option<string?>("--input") { Description = "Your own messages instead of the week's: CSV, JSON Lines, plain lines, or - for a pipe.", HelpName = "FILE" };
        var column = new Option<string?>("--text-column") { Description = "The CSV column that holds the words.", HelpName = "C" };
        var command = new Command("demo", "The whole loop on the week that ships, or on your own messages.") { output, input, column };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(output)!, parsed.GetValue(input), parsed.GetValue(column), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string output, string? input, string? column, CancellationToken cancel)
    {
        var own = input is null ? null : RowInput.From(input, format: null, column is not null);
        var folder = new OwnFolder(output, "demo", DemoFiles.Names);
        var week = await SeedWeek.ReadAsync(cancel);
        var clock = new WeekClock(Zones.Resolve(week.Plan.Starts, week.Plan.Zone).Instant);
        IReadOnlyList<IMessageSource> sources = own is null
            ? await SeedWeek.SourcesAsync(clock, cancel)
            : [new FileSource(own.Name, own, column, clock)];
        await using var desk = await Desk.OpenAsync(Config(folder), folder.Path, clock, sources, cancel);
        using var pictures = new ScratchFolder();
        SeedWeek.WritePictures(pictures.Path);

        var screen = new DemoScreen(DeskOptions.Phrases(parsed));
        var player = new WeekPlayer(desk, clock, week, new PostDesk(desk, pictures.Path), screen.Tell);
        await screen.ShowAsync(progress => player.PlayAsync(progress, cancel));
        var written = await new DemoFiles(desk, folder).WriteAsync(own is null ? player.Ends : null, cancel);
        var verdict = await desk.Engine.Audit.VerifyAsync(cancel);
        await screen.SumUpAsync(desk, folder, written, verdict, cancel);
        return !verdict.Intact || (own is not null && written.Triaged == 0) ? ExitCode.Nothing
            : written.SetAside > 0 ? ExitCode.SetAside
            : ExitCode.Done;
    }

    /// <summary>The made-up trust, with its channels' folders and its ledger within the demo's own.</summary>
    private static DeskConfig Config(OwnFolder folder)
    {
        var shipped = new DeskConfigReader("trust/config.json", folder.Path).Parse(Seeds.Text("trust/config.json"));
        return shipped with
        {
            Accounts = [.. shipped.Accounts.Select(account => account with { Path = folder.In($"posts/{account.Id}") })],
            Sources = [],
            Policy = null,
        };
    }
}
