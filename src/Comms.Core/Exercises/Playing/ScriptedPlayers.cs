using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Exercises.Scenarios;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.Exercises.Playing;

/// <summary>Does what scripted players do, through the same front doors as anyone.</summary>
internal sealed class ScriptedPlayers(CommsEngine engine, Scenario scenario)
{
    private readonly Dictionary<string, Actor> _actors = scenario.Players.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, InjectFile> _injects = scenario.File.Injects.ToDictionary(inject => inject.Id, StringComparer.Ordinal);

    /// <summary>Takes the act.</summary>
    /// <returns>Why it was refused; empty when it was done.</returns>
    public ValueTask<IReadOnlyList<string>> TakeAsync(ActFile act, CancellationToken cancel)
    {
        var actor = _actors[act.As];
        return act.Do switch
        {
            Deed.Draft => DraftAsync(act, actor, cancel),
            Deed.Approve => DecideAsync(act, draft => engine.Approval.ApproveAsync(draft, actor, cancel), cancel),
            Deed.Reject => DecideAsync(act, draft => engine.Approval.RejectAsync(draft, actor, act.Reason!, cancel), cancel),
            Deed.Schedule => ScheduleAsync(act, actor, cancel),
            Deed.Hold => HoldAsync(act, actor, cancel),
            Deed.Resume => ResumeAsync(act, actor, cancel),
            Deed.Judge => ValueTask.FromResult<IReadOnlyList<string>>([]),
            _ => OfCaseAsync(act, actor, cancel),
        };
    }

    private async ValueTask<IReadOnlyList<string>> DraftAsync(ActFile act, Actor author, CancellationToken cancel)
    {
        var draft = new NewDraft
        {
            Text = act.Text!,
            Accounts = [.. act.Accounts.Select(Simulation.Named)],
            Variants = act.Variants.ToDictionary(pair => Simulation.Named(pair.Key), pair => pair.Value, StringComparer.Ordinal),
            Key = act.Key,
        };
        return await engine.Authoring.AddAsync(draft, author, cancel).ConfigureAwait(false) switch
        {
            DraftResult.Added added => added.Draft.Faults,
            DraftResult.Refused refused => refused.Reasons,
            _ => ["it was there before"],
        };
    }

    private async ValueTask<IReadOnlyList<string>> DecideAsync(ActFile act, Func<Draft, ValueTask<ApprovalResult>> decide, CancellationToken cancel) =>
        await engine.Authoring.FindAsync(Draft.IdOf(act.Key!), cancel).ConfigureAwait(false) is not { } draft ? ["there is no such draft"]
        : (await decide(draft).ConfigureAwait(false)).Against;

    private async ValueTask<IReadOnlyList<string>> ScheduleAsync(ActFile act, Actor publisher, CancellationToken cancel)
    {
        if (await engine.Approval.FindAsync(Draft.IdOf(act.Key!), cancel).ConfigureAwait(false) is not { } approved)
        {
            return ["nobody has approved it"];
        }

        var wish = new ScheduleRequest
        {
            Instant = act.For is { } offset ? scenario.Timeline.At(offset) : engine.Clock.GetUtcNow(),
            Crisis = act.Crisis,
            Purpose = act.Purpose,
        };
        switch (engine.Scheduling.Schedule(approved, wish, publisher))
        {
            case ScheduleResult.Scheduled scheduled:
                await engine.Publishing.AcceptAsync(scheduled.Post, cancel).ConfigureAwait(false);
                return [];
            case ScheduleResult.Refused refused:
                return refused.Reasons;
            default:
                throw new InvalidOperationException("A schedule has no other outcome.");
        }
    }

    private async ValueTask<IReadOnlyList<string>> HoldAsync(ActFile act, Actor publisher, CancellationToken cancel) =>
        await engine.Publishing.Holds.HoldAsync(HoldScope.All, act.Reason!, publisher, cancel).ConfigureAwait(false)
            ? [] : [$"{publisher.Id} may not publish"];

    private async ValueTask<IReadOnlyList<string>> ResumeAsync(ActFile act, Actor publisher, CancellationToken cancel) =>
        await engine.Publishing.Holds.ResumeAsync(HoldScope.All, act.How, act.Reason!, publisher, cancel).ConfigureAwait(false)
            is ResumeResult.Refused refused ? [refused.Reason] : [];

    private async ValueTask<IReadOnlyList<string>> OfCaseAsync(ActFile act, Actor by, CancellationToken cancel)
    {
        var id = InjectNames.CaseOf(_injects[act.Inject!]).Id;
        var result = act.Do switch
        {
            Deed.Own => await engine.Cases.TakeAsync(id, by.Id, by, cancel).ConfigureAwait(false),
            Deed.Acknowledge => await engine.Cases.AcknowledgeAsync(id, act.Reason!, null, by, cancel).ConfigureAwait(false),
            Deed.Answer => await engine.Cases.AnswerAsync(id, act.Reason!, null, by, cancel).ConfigureAwait(false),
            _ => await engine.Cases.CloseAsync(id, act.Reason!, by, cancel).ConfigureAwait(false),
        };
        return result is CaseResult.Refused refused ? refused.Reasons : [];
    }
}
