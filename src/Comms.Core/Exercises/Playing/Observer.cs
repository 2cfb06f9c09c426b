using Comms.Core.Exercises.Publics;
using Comms.Core.Ledger;

namespace Comms.Core.Exercises.Playing;

/// <summary>Runs the engine, and takes in what came of it and what the players did: into the transcript, to the public, and for the expectations.</summary>
internal sealed class Observer(
    Scenario scenario, TimeProvider clock, CommsEngine engine, ILedger ledger, Agenda agenda, SoFar soFar, Public outside, Transcript transcript)
{
    private readonly LedgerWatch _watch = new(engine);
    private readonly Outgoing _outgoing = new(engine);
    private readonly List<Fact> _facts = [];
    private readonly HashSet<TimeSpan> _due = [];

    /// <summary>All that was seen, in order.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Runs the engine, takes in what was done, and notes when it has something to send next. No room feeds one before it, so that once is enough.</summary>
    public async ValueTask RunAsync(CancellationToken cancel, bool somethingWasDue = false)
    {
        var report = await engine.RunDueAsync(cancel).ConfigureAwait(false);
        foreach (var fault in report.Faults)
        {
            transcript.Add("fault", null, fault);
        }

        var facts = await _watch.NewAsync(cancel).ConfigureAwait(false);
        foreach (var fact in facts)
        {
            See(fact);
        }

        await SettleAsync(cancel).ConfigureAwait(false);
        if (facts.Count > 0 || somethingWasDue)
        {
            await FindDueAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Tells what expectations were met or missed since the last look, and what follows from it.</summary>
    public async ValueTask SettleAsync(CancellationToken cancel)
    {
        await soFar.SeeRoutesAsync(ledger, clock.GetUtcNow(), cancel).ConfigureAwait(false);
        foreach (var expected in soFar.Unsettled())
        {
            transcript.Add(expected.Met is null ? "missed" : "met", expected.Of.Id, expected.Of.Title);
            if (expected.Met is not null)
            {
                agenda.Follow(expected.Of.Id, transcript.Offset);
            }
        }
    }

    private void See(Fact fact)
    {
        _facts.Add(fact);
        switch (fact)
        {
            case Fact.Post post:
                transcript.Add("post", post.Id, post.Rendition.Text, post.Account, at: post.At);
                outside.See(post, scenario.Timeline.OffsetOf(post.At));
                break;
            case Fact.Done done:
                transcript.Add("act", done.Subject, done.Act, done.Who, done.Detail, done.At);
                break;
        }

        foreach (var expected in soFar.Expected)
        {
            expected.See(fact);
        }
    }

    private async ValueTask FindDueAsync(CancellationToken cancel)
    {
        if (await _outgoing.NextDueAsync(cancel).ConfigureAwait(false) is { } due)
        {
            var offset = scenario.Timeline.OffsetOf(due);
            offset = offset > transcript.Offset ? offset : transcript.Offset + TimeSpan.FromMilliseconds(1);
            if (offset < scenario.Length && _due.Add(offset))
            {
                agenda.Add(offset, new Moment.Due());
            }
        }
    }
}
