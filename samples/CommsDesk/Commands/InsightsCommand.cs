using System.CommandLine;
using Comms.Core.Documents;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;
using CommsDesk.Configuration;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms insights</c>: what changed over time, and who differs by more than chance.</summary>
internal static class InsightsCommand
{
    private static readonly Option<InsightCut> By = new("--by") { Description = "What messages are told apart by: team, service or place.", HelpName = "CUT" };

    private static readonly Option<InsightPeriod> Per = new("--per") { Description = "How long a period is: week, month or day.", HelpName = "PERIOD" };

    private static readonly Option<int> Periods = new("--periods") { Description = "How many periods, back from the last that has ended.", HelpName = "N", DefaultValueFactory = _ => 26 };

    internal static readonly Option<string?> Until = new("--until") { Description = "The last day that counts, as 2026-11-22; without it, yesterday.", HelpName = "D" };

    private static readonly Option<string?> Team = new("--team") { Description = "Only what this team owns.", HelpName = "T" };

    private static readonly Option<int?> Baseline = new("--baseline") { Description = "How many of the first periods say what is usual; without it, all.", HelpName = "N" };

    private static readonly Option<string?> PlaceFile = new("--places") { Description = "GeoJSON that says where places lie, each by its property \"name\".", HelpName = "F" };

    internal static readonly Option<bool> ShowSmall = new("--show-small") { Description = "Tell counts under 5 too: for those only who may read the messages." };

    private static readonly Option<string?> Out = new("--out") { Description = "Folder for every form of it, and for the charts as SVG.", HelpName = "DIR" };

    private static readonly Option<string> Format = DocumentFormats.Option(DocumentFormat.Markdown, InsightForms.Names);

    public static Command Create()
    {
        var command = new Command("insights", "What changed over time by the rules of statistical process control, and who differs by more than chance.")
        {
            By, Per, Periods, Until, Team, Baseline, PlaceFile, ShowSmall, Out, Format, HearingCommands.Opening(), HearingCommands.Unheard(),
        };
        Periods.Between(2, 1000);
        Baseline.Between(ControlChart.FewestPoints, 1000);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var places = await PlacesAsync(parsed.GetValue(PlaceFile), cancel);
        var report = await desk.Engine.Insights.ReadAsync(Request(parsed, desk), cancel);
        if (parsed.GetValue(Out) is { } folder)
        {
            await InsightFiles.WriteAsync(report, places, folder, cancel);
        }

        await using var output = Console.OpenStandardOutput();
        await InsightForms.WriteAsync(report, places, parsed.GetValue(Format)!, output, cancel);
        return places.Faults.Count == 0 ? ExitCode.Done : ExitCode.SetAside;
    }

    /// <exception cref="ConfigException">There is no such day.</exception>
    internal static DateOnly LastDay(ParseResult parsed, Desk desk) =>
        parsed.GetValue(Until) is { } day ? WeekArgument.Day(day) : WeekArgument.Today(desk).AddDays(-1);

    /// <exception cref="ConfigException">There is no such team or day.</exception>
    private static InsightRequest Request(ParseResult parsed, Desk desk)
    {
        var request = new InsightRequest
        {
            LastDay = LastDay(parsed, desk),
            Zone = desk.Config.Zone,
            Period = parsed.GetValue(Per),
            Periods = parsed.GetValue(Periods),
            By = parsed.GetValue(By),
            Team = parsed.GetValue(Team) is { } team ? desk.Team(team).Id : null,
            Baseline = parsed.GetValue(Baseline),
        };
        return parsed.GetValue(ShowSmall) ? request with { FewestShown = 1 } : request;
    }

    /// <exception cref="InputException">There is no such file, or it is no GeoJSON.</exception>
    private static async Task<Places> PlacesAsync(string? path, CancellationToken cancel)
    {
        if (path is null)
        {
            return Places.None;
        }

        try
        {
            using var bytes = new MemoryStream(await DocumentInput.BytesAsync(path, cancel));
            var places = Places.Read(bytes);
            foreach (var fault in places.Faults)
            {
                await Console.Error.WriteLineAsync($"comms: {DocumentInput.Name(path)}: {fault}");
            }

            return places;
        }
        catch (FormatException fault)
        {
            throw new InputException($"{DocumentInput.Name(path)}: {fault.Message}", fault);
        }
    }
}
