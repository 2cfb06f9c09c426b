using System.CommandLine;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using CommsDesk.Configuration;
using CommsDesk.Input;

namespace CommsDesk.Commands;

/// <summary><c>comms import</c>: many posts at once. A bad row is named and the others go in.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("POSTS") { Description = "JSON Lines, CSV or .xlsx; - reads JSON Lines from the pipe." };
        var approveAs = new Option<string?>("--approve-as") { Description = "Approve and schedule each row as this actor.", HelpName = "WHO" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what each row would become." };
        var command = new Command("import", "Keep many drafts, and with --approve-as put them on their way.") { file, approveAs, dryRun };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed, parsed.GetValue(file)!, parsed.GetValue(approveAs), parsed.GetValue(dryRun), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string file, string? approveAs, bool dryRun, CancellationToken cancel)
    {
        var input = RowInput.From(file, file == "-" ? RowFormat.Jsonl : null, columnNamed: false);
        using var scratch = dryRun ? new ScratchFolder() : null;
        var data = scratch?.Path ?? parsed.GetValue(DeskOptions.Data)!;
        await using var desk = await Desk.OpenAsync(DeskOptions.ReadConfig(parsed), data, TimeProvider.System, [], cancel);
        var author = desk.Actor(parsed.GetValue(DeskOptions.As), Permission.Author);
        var approver = approveAs is null ? null : desk.Actor(approveAs, Permission.Approve);
        var folder = file == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(file))!;
        var posts = new PostDesk(desk, folder);
        var (good, bad) = (0, 0);
        await using var stream = input.Open();
        await foreach (var row in input.ReadAsync(stream, cancel))
        {
            var outcome = await TakeAsync(posts, row, author, approver, cancel);
            var where = $"{input.Name}:{row.Line}";
            await (outcome.Fault is null
                ? Console.Out.WriteLineAsync($"{where} {outcome.Draft!.Id}")
                : Console.Error.WriteLineAsync($"comms: {where}: {outcome.Fault}"));
            (good, bad) = outcome.Fault is null ? (good + 1, bad) : (good, bad + 1);
        }

        await Console.Error.WriteLineAsync($"comms: {good} {(dryRun ? "would go in" : "went in")}, {bad} did not");
        return bad == 0 ? ExitCode.Done : good > 0 ? ExitCode.SetAside : ExitCode.Nothing;
    }

    private static async Task<(Draft? Draft, string? Fault)> TakeAsync(
        PostDesk posts, Row row, Actor author, Actor? approver, CancellationToken cancel)
    {
        if (row.Fault is { } fault)
        {
            return (null, fault);
        }

        try
        {
            var post = PostRow.From(row);
            var draft = await posts.DraftAsync(post, author, cancel) switch
            {
                DraftResult.Added added => added.Draft,
                DraftResult.Existing existing => existing.Draft,
                DraftResult.Refused refused => throw new FormatException(string.Join("; ", refused.Reasons)),
                _ => throw new InvalidOperationException("A draft has no other outcome."),
            };
            var refusals = approver is null ? draft.Faults : await posts.SendAsync(draft, When(post), approver, cancel);
            return refusals.Count == 0 ? (draft, null) : (draft, string.Join("; ", refusals));
        }
        catch (FormatException wrong)
        {
            return (null, wrong.Message);
        }
    }

    /// <summary>A row without a time is approved and waits for someone to schedule it.</summary>
    private static ScheduleRequest? When(PostRow post) =>
        post.At is { } at ? WallTime.Parse(at) with { Lateness = post.Lateness } : null;
}
