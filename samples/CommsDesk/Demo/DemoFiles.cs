using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Engagement;
using Comms.Core.Governance;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using Comms.Core.Triage;
using CommsDesk.Commands;
using CommsDesk.Configuration;
using CommsDesk.Output;

namespace CommsDesk.Demo;

/// <summary>Writes what the week brought into the demo's folder, in constant memory.</summary>
internal sealed class DemoFiles(Desk desk, OwnFolder folder)
{
    /// <summary>Everything that a demo may leave in its folder.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "comms.db", "comms.db-wal", "comms.db-shm", "posts", "roundups", "triaged.jsonl", "cases.jsonl", "set-aside.jsonl", "audit.jsonl",
        "scores.md", "scores.html",
    ];

    public async Task<WrittenWeek> WriteAsync(DateTimeOffset? ends, CancellationToken cancel)
    {
        var triaged = await TriagedAsync(cancel);
        var cases = await CasesAsync(cancel);
        var setAside = await SetAsideAsync(cancel);
        var (from, to) = ends is { } end ? (end.AddDays(-7), end) : (triaged.First, triaged.Last.AddTicks(1));
        var roundUps = triaged.Count == 0 ? [] : await RoundUpsAsync(from, to, cancel);
        var briefed = triaged.Count > 0 && await BriefingAsync(triaged.Last, cancel);
        await ScoresAsync(cancel);
        var audit = await AuditAsync(cancel);
        return new WrittenWeek(triaged.Count, cases, setAside, roundUps, briefed, audit);
    }

    private async Task<(long Count, DateTimeOffset First, DateTimeOffset Last)> TriagedAsync(CancellationToken cancel)
    {
        var (count, first, last) = (0L, DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        await using var lines = new JsonLines(folder.In("triaged.jsonl"));
        await foreach (var message in desk.Engine.Triage.ListAsync(cancel))
        {
            TriageJson.Write(lines.Writer, message.MessageId, message);
            await lines.EndAsync(cancel);
            count++;
            first = message.At < first ? message.At : first;
            last = message.At > last ? message.At : last;
        }

        return (count, first, last);
    }

    private async Task<long> CasesAsync(CancellationToken cancel)
    {
        var (count, today) = (0L, WeekArgument.Today(desk));
        await using var lines = new JsonLines(folder.In("cases.jsonl"));
        await foreach (var opened in desk.Engine.Cases.ListAsync(Actor.Engine, cancel))
        {
            CaseJson.Write(lines.Writer, opened, today);
            await lines.EndAsync(cancel);
            count++;
        }

        return count;
    }

    private async Task<long> SetAsideAsync(CancellationToken cancel)
    {
        var count = 0L;
        JsonLines? lines = null;
        await foreach (var aside in desk.Engine.Listening.ListSetAsideAsync(cancel))
        {
            lines ??= new JsonLines(folder.In("set-aside.jsonl"));
            lines.Writer.WriteStartObject();
            lines.Writer.WriteString("where", aside.Where);
            lines.Writer.WriteString("reason", aside.Reason);
            lines.Writer.WriteString("raw", aside.Raw);
            lines.Writer.WriteEndObject();
            await lines.EndAsync(cancel);
            count++;
        }

        await (lines?.DisposeAsync() ?? ValueTask.CompletedTask);
        return count;
    }

    private async Task<IReadOnlyList<string>> RoundUpsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var written = new List<string>();
        Directory.CreateDirectory(folder.In("roundups"));
        await foreach (var result in TeamRoundUp.ComposeAllAsync(desk, from, to, cancel))
        {
            if (result is RoundUpResult.Composed { Edition: var edition })
            {
                await WriteAsync($"roundups/{edition.Team}", edition.Document, cancel);
                written.Add(edition.Team);
            }
        }

        return written;
    }

    /// <summary>The last day's on which anyone wrote.</summary>
    private async Task<bool> BriefingAsync(DateTimeOffset last, CancellationToken cancel)
    {
        var day = Zones.DayOf(last, desk.Config.Zone);
        var request = (await CaseFacts.ReadAsync(desk, cancel)).AddTo(new BriefingRequest { Day = day, Zone = desk.Config.Zone, Policy = desk.Policy.Name });
        if (await desk.Engine.RoundUps.BriefAsync(request, cancel) is not RoundUpResult.Composed { Edition: var edition })
        {
            return false;
        }

        await WriteAsync("briefing", edition.Document, cancel);
        return true;
    }

    private async Task ScoresAsync(CancellationToken cancel)
    {
        var board = await desk.Engine.Engagement.ScoreAsync(cancel: cancel);
        await WriteAsync("scores", EngagementReport.ToDocument(board, desk.Engine.Clock.GetUtcNow()), cancel);
    }

    private async Task WriteAsync(string name, Document document, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(folder.In($"{name}.md"), DocumentRenderer.RenderUtf8(document, DocumentFormat.Markdown), cancel);
        await File.WriteAllBytesAsync(folder.In($"{name}.html"), DocumentRenderer.RenderUtf8(document, DocumentFormat.Html), cancel);
    }

    private async Task<long> AuditAsync(CancellationToken cancel)
    {
        await using var lines = new JsonLines(folder.In("audit.jsonl"));
        return await AuditOutput.WriteAsync(desk.Engine.Audit, lines, cancel);
    }
}

/// <summary>How much was written.</summary>
internal sealed record WrittenWeek(long Triaged, long Cases, long SetAside, IReadOnlyList<string> RoundUps, bool Briefed, long Audit);
