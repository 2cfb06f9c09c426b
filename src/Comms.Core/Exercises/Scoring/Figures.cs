using Comms.Core.Cases;
using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Publics;
using Comms.Core.Governance;
using Comms.Core.Triage;

namespace Comms.Core.Exercises.Scoring;

/// <summary>What an after-action report counts, read from the ledger and from what was seen. Times are the situation's.</summary>
/// <param name="Expectations">What came of each.</param>
/// <param name="Alarm">When the first alarming inject was delivered; null when none was.</param>
/// <param name="Holding">When the first crisis post after it stood; null when none did.</param>
/// <param name="Approvals">How long each approved draft waited, shortest first.</param>
/// <param name="Rumours">What became of each.</param>
/// <param name="Urgent">Urgent cases that nobody has answered, as they were opened.</param>
/// <param name="Cases">How many were opened, and how many of them are closed.</param>
/// <param name="Acts">How many acts each player took, most first.</param>
/// <param name="Posts">How many posts stand on each account.</param>
internal sealed record Figures(
    IReadOnlyList<ExpectationResult> Expectations,
    DateTimeOffset? Alarm,
    DateTimeOffset? Holding,
    IReadOnlyList<TimeSpan> Approvals,
    IReadOnlyList<RumourFigures> Rumours,
    IReadOnlyList<Case> Urgent,
    (int Opened, int Closed) Cases,
    IReadOnlyList<KeyValuePair<string, int>> Acts,
    IReadOnlyList<KeyValuePair<string, int>> Posts)
{
    public static async ValueTask<Figures> ReadAsync(
        Scenario scenario, CommsEngine engine, SoFar soFar, Public outside, IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var posts = facts.OfType<Fact.Post>().ToArray();
        var alarm = scenario.File.Injects.Where(inject => inject.Alarm).Select(inject => soFar.DeliveredAt(inject.Id)).Where(at => at is not null).Min();
        var (urgent, opened, closed) = (new List<Case>(), 0, 0);
        await foreach (var of in engine.Cases.ListAsync(Actor.Engine, cancel).ConfigureAwait(false))
        {
            opened++;
            closed += of.State == CaseState.Closed ? 1 : 0;
            if (of is { IsOpen: true, Urgency: >= Urgency.Urgent } && of.Acts.All(act => act.Name != CaseLife.Answer))
            {
                urgent.Add(of);
            }
        }

        return new Figures(
            [.. soFar.Expected.Select(Result)],
            alarm,
            posts.Where(post => post.Crisis && post.At >= alarm).Select(post => (DateTimeOffset?)post.At).Min(),
            Waits(facts),
            [.. outside.Rumours.Select(pair => RumourFigures.Of(pair.Rumour, pair.Spread, scenario, posts))],
            urgent,
            (opened, closed),
            Count(facts.OfType<Fact.Done>().Select(done => done.Who).Where(who => scenario.File.Roles.Any(role => role.Id == who))),
            Count(posts.Select(post => post.Account)));
    }

    private static ExpectationResult Result(Expected expected) => new(
        expected.Of.Id,
        expected.Of.Title,
        expected.Of.Must,
        expected.Of.Score,
        expected.Met is not null ? ExpectationOutcome.Met : expected.Opened is null ? ExpectationOutcome.NotAsked : ExpectationOutcome.Missed,
        expected.Met - expected.Opened,
        expected.Of.Lesson);

    private static TimeSpan[] Waits(IReadOnlyList<Fact> facts)
    {
        var drafted = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var waits = new List<TimeSpan>();
        foreach (var done in facts.OfType<Fact.Done>())
        {
            if (done.Act == "draft")
            {
                drafted.TryAdd(done.Subject, done.At);
            }
            else if (done.Act == "approve" && drafted.TryGetValue(done.Subject, out var at))
            {
                waits.Add(done.At - at);
            }
        }

        return [.. waits.Order()];
    }

    private static KeyValuePair<string, int>[] Count(IEnumerable<string> names) =>
        [.. names.CountBy(name => name, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
}
