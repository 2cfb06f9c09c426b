using System.Globalization;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using CommsDesk.Configuration;
using CommsDesk.Output;
using Spectre.Console;

namespace CommsDesk.Demo;

/// <summary>Tells what happens: the story on stderr, the files on stdout; progress and tables on a terminal only.</summary>
internal sealed class DemoScreen(Phrases phrases)
{
    private readonly IAnsiConsole _errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>A terminal's progress is drawn around the line; elsewhere a line is a line.</summary>
    public void Tell(string line)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine(line);
        }
        else
        {
            _errors.WriteLine(line);
        }
    }

    public async Task ShowAsync(Func<Action<double>, Task> play)
    {
        if (Console.IsErrorRedirected)
        {
            await play(_ => { });
            return;
        }

        await _errors.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Week", maxValue: 1);
            await play(done => task.Value = done);
            task.Value = 1;
        });
    }

    public async Task SumUpAsync(Desk desk, OwnFolder folder, WrittenWeek written, AuditVerdict verdict, CancellationToken cancel)
    {
        var published = 0;
        var posts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var others = new SortedDictionary<DeliveryState, int>();
        await foreach (var delivery in desk.Engine.Publishing.ListAsync(cancel))
        {
            if (delivery.State == DeliveryState.Published)
            {
                published++;
                posts[delivery.Rendition.Account] = posts.GetValueOrDefault(delivery.Rendition.Account) + 1;
            }
            else
            {
                others[delivery.State] = others.GetValueOrDefault(delivery.State) + 1;
            }
        }

        Tell("");
        Tell(string.Join(", ", Counts(published, others, written)));
        Tell(verdict.Intact
            ? Phrases.Fill(phrases.AuditIntact, verdict.Links, verdict.Erased, verdict.Head[..16])
            : Phrases.Fill(phrases.AuditBroken, verdict.Broken!, verdict.Reason!));
        await ListAsync(folder, posts, written);
    }

    private IEnumerable<string> Counts(int published, SortedDictionary<DeliveryState, int> others, WrittenWeek written) =>
    [
        Phrases.Fill(phrases.Published, published),
        .. others.Select(pair => $"{pair.Value} {pair.Key}"),
        Phrases.Fill(phrases.Heard, written.Triaged + written.SetAside),
        Phrases.Fill(phrases.Triaged, written.Triaged),
        Phrases.Fill(phrases.SetAside, written.SetAside),
        Phrases.Fill(phrases.CasesOpened, written.Cases),
    ];

    private async Task ListAsync(OwnFolder folder, SortedDictionary<string, int> posts, WrittenWeek written)
    {
        await Console.Out.WriteLineAsync($"{phrases.Wrote}:");
        foreach (var (account, count) in posts)
        {
            await LineAsync(folder.In($"posts/{account}"), $"{count} {phrases.Posts}");
        }

        await LineAsync(folder.In("triaged.jsonl"), Phrases.Fill(phrases.Triaged, written.Triaged));
        await LineAsync(folder.In("cases.jsonl"), Phrases.Fill(phrases.CasesOpened, written.Cases));
        if (written.SetAside > 0)
        {
            await LineAsync(folder.In("set-aside.jsonl"), Phrases.Fill(phrases.SetAside, written.SetAside));
        }

        foreach (var team in written.RoundUps)
        {
            await LineAsync(folder.In($"roundups/{team}.md"), "");
            await LineAsync(folder.In($"roundups/{team}.html"), "");
        }

        if (written.Briefed)
        {
            await LineAsync(folder.In("briefing.md"), "");
            await LineAsync(folder.In("briefing.html"), "");
        }

        await LineAsync(folder.In("scores.md"), phrases.Scores);
        await LineAsync(folder.In("scores.html"), "");
        await LineAsync(folder.In("audit.jsonl"), written.Audit.ToString(CultureInfo.InvariantCulture));
    }

    private static Task LineAsync(string path, string note) => Console.Out.WriteLineAsync($"  {path}  {note}".TrimEnd());
}
