using System.Globalization;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Exercises.Scoring;

/// <summary>Writes the after-action report: what was expected and done, how long it took, what is left, and what to learn.</summary>
internal static class AfterActionReport
{
    private const int LongestTitle = 120;

    private static readonly string[] OnTimeline = ["start", "move", "inject", "skipped", "post", "refused", "met", "missed", "pause", "fault", "end"];

    public static Document Write(Scenario scenario, IReadOnlyList<TranscriptEntry> transcript, Figures figures) => new()
    {
        Title = $"After-action report: {scenario.Name}",
        Series = Playing.Simulation.Word,
        Blocks =
        [
            .. Opening(scenario, figures),
            .. Expectations(figures),
            .. Rumours(figures),
            .. Capacity(scenario, transcript, figures),
            .. Urgent(scenario, figures),
            .. Lessons(figures),
            .. Timeline(transcript),
        ],
    };

    private static IEnumerable<Block> Opening(Scenario scenario, Figures figures)
    {
        if (scenario.About.Length > 0)
        {
            yield return new Paragraph(scenario.About);
        }

        yield return new Paragraph("This was an exercise: every post said so, and none left it. It shows what players did; it does not forecast what people would do.");
        var asked = figures.Expectations.Where(expected => expected.Outcome != ExpectationOutcome.NotAsked).ToArray();
        var met = asked.Where(expected => expected.Outcome == ExpectationOutcome.Met).ToArray();
        yield return new FigureRow(
        [
            new Figure("expectations met", Of(met.Length, asked.Length)),
            new Figure("points", Of(met.Sum(expected => expected.Score), asked.Sum(expected => expected.Score))),
            new Figure("first holding statement", Spans.Say(figures.Holding - figures.Alarm), figures.Alarm is null ? "nothing alarming was delivered" : "after the first alarm"),
            new Figure("approval", figures.Approvals.Count == 0 ? "none" : Spans.Say(figures.Approvals[figures.Approvals.Count / 2]), Longest(figures)),
        ]);
        if (figures.Expectations.Where(expected => expected is { Must: true, Outcome: ExpectationOutcome.Missed }).Select(expected => expected.Title).ToArray() is { Length: > 0 } missed)
        {
            yield return new Callout($"{Wording.Count(missed.Length, "must was", "musts were")} missed: {string.Join("; ", missed)}.");
        }
    }

    private static string? Longest(Figures figures) => figures.Approvals.Count == 0
        ? null
        : $"the middle of {figures.Approvals.Count.ToString(CultureInfo.InvariantCulture)}; the longest took {Spans.Say(figures.Approvals[^1])}";

    private static IEnumerable<Block> Expectations(Figures figures) => figures.Expectations.Count == 0 ? [] :
    [
        new Heading("What was expected"),
        new Table(
            "Expectations and what came of them",
            [new Column("Expectation"), new Column("Outcome"), new Column("After"), new Column("Points", Numeric: true)],
            [.. figures.Expectations.Select(expected => (IReadOnlyList<string>)
            [
                expected.Must ? $"{expected.Title} (must)" : expected.Title,
                expected.Outcome switch { ExpectationOutcome.Met => "met", ExpectationOutcome.Missed => "missed", _ => "not asked" },
                expected.Took is { } took ? Spans.Say(took) : "",
                expected.Outcome == ExpectationOutcome.NotAsked ? "" : Of(expected.Outcome == ExpectationOutcome.Met ? expected.Score : 0, expected.Score),
            ])]),
    ];

    private static IEnumerable<Block> Rumours(Figures figures)
    {
        if (figures.Rumours.Count == 0)
        {
            yield break;
        }

        yield return new Heading("Rumours");
        yield return new Table(
            "How long each went uncorrected, and what simulated people believed",
            [new Column("Claim"), new Column("Corrected after"), new Column("Most who believed it", Numeric: true), new Column("At the end", Numeric: true), new Column("Know better", Numeric: true)],
            [.. figures.Rumours.Select(rumour => (IReadOnlyList<string>)
            [
                rumour.Claim, Spans.Say(rumour.Took), People(rumour.Spread?.Most), People(rumour.Spread?.AtEnd), People(rumour.Spread?.Know),
            ])]);
    }

    private static IEnumerable<Block> Capacity(Scenario scenario, IReadOnlyList<TranscriptEntry> transcript, Figures figures)
    {
        yield return new Heading("What it took");
        yield return new Table(
            "Who acted, and where posts stand",
            [new Column("Who or where"), new Column("Acts or posts", Numeric: true)],
            [
                .. figures.Acts.Select(acts => (IReadOnlyList<string>)[acts.Key, Wording.Count(acts.Value, "act")]),
                .. figures.Posts.Select(posts => (IReadOnlyList<string>)[posts.Key, Wording.Count(posts.Value, "post")]),
            ]);
        yield return new Table(
            "Messages heard, move by move",
            [new Column("Move"), new Column("Messages", Numeric: true), new Column("Injects", Numeric: true)],
            [.. scenario.File.Moves.Zip(scenario.File.Moves.Skip(1).Select(next => next.Starts).Append(TimeSpan.MaxValue)).Select(move => (IReadOnlyList<string>)
            [
                move.First.Title, Wording.Number(Within("message", move.First.Starts, move.Second)), Wording.Number(Within("inject", move.First.Starts, move.Second)),
            ])]);
        yield return new Paragraph($"{Wording.Count(figures.Cases.Opened, "case was", "cases were")} opened, and {Wording.Number(figures.Cases.Closed)} of them closed.");

        int Within(string kind, TimeSpan from, TimeSpan to) => transcript.Count(entry => entry.Kind == kind && entry.Offset >= from && entry.Offset < to);
    }

    private static IEnumerable<Block> Urgent(Scenario scenario, Figures figures) =>
    [
        new Heading("Urgent and not answered"),
        figures.Urgent.Count == 0
            ? new Paragraph("Every urgent case was answered.")
            : new Table(
                $"{Wording.Count(figures.Urgent.Count, "case")} that nobody answered",
                [new Column("Opened"), new Column("Team"), new Column("Urgency"), new Column("Because")],
                [.. figures.Urgent.Select(of => (IReadOnlyList<string>)
                [
                    Wording.Moment(scenario.Timeline.Local(of.OpenedAt)), of.Team, of.Urgency.ToString().ToLowerInvariant(), string.Join("; ", of.Because),
                ])]),
    ];

    private static IEnumerable<Block> Lessons(Figures figures)
    {
        var lessons = figures.Expectations.Where(expected => expected.Outcome == ExpectationOutcome.Missed)
            .Select(expected => InlineText.FromString(expected.Lesson.Length > 0 ? expected.Lesson : $"Find out why this was missed: {expected.Title}")).ToArray();
        yield return new Heading("Lessons, as tasks");
        yield return lessons.Length == 0 ? new Paragraph("Nothing that was expected was missed.") : new ListBlock(lessons, Ordered: true);
    }

    private static IEnumerable<Block> Timeline(IReadOnlyList<TranscriptEntry> transcript) =>
    [
        new Heading("Timeline"),
        new Table(
            "What happened, in the situation's time",
            [new Column("When"), new Column("What"), new Column("Who or where"), new Column("In short")],
            [.. transcript.Where(IsOnTimeline).GroupBy(entry => (entry.At, entry.Kind, entry.Kind == "post" ? entry.Title : entry.Number.ToString(CultureInfo.InvariantCulture))).Select(same => (IReadOnlyList<string>)
            [
                same.Key.At.ToString("ddd d MMM HH:mm:ss", CultureInfo.InvariantCulture),
                same.Key.Kind,
                string.Join(", ", same.Select(entry => entry.Who).OfType<string>().Order(StringComparer.Ordinal)),
                Shorten(same.First().Title),
            ])]),
    ];

    private static bool IsOnTimeline(TranscriptEntry entry) =>
        OnTimeline.Contains(entry.Kind, StringComparer.Ordinal) || entry is { Kind: "act", Title: "hold" or "resume" };

    private static string Shorten(string title) =>
        new StringInfo(title) is { LengthInTextElements: > LongestTitle } info ? info.SubstringByTextElements(0, LongestTitle - 1).TrimEnd() + "…" : title;

    private static string People(int? count) => count is { } people ? Wording.Number(people) : "";

    private static string Of(int some, int all) => $"{Wording.Number(some)} of {Wording.Number(all)}";
}
