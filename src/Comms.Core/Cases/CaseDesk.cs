using System.Runtime.CompilerServices;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>The front door of Cases: opens one for every triaged message that asks someone to act. Thread-safe.</summary>
public sealed class CaseDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly StagePump _pump;

    internal CaseDesk(ILedger ledger, TimeProvider clock, StagePump pump)
    {
        _ledger = ledger;
        _clock = clock;
        _pump = pump;
    }

    /// <summary>Works through every triaged message that was not yet looked at.</summary>
    /// <returns>How many were looked at, and how many cases were opened.</returns>
    public ValueTask<StageReport> RunDueAsync(CancellationToken cancel = default) => _pump.RunAsync(TriagedMessage.Kind, OpenAsync, cancel);

    /// <summary>Reads all cases in the order they were opened, in constant memory.</summary>
    public async IAsyncEnumerable<Case> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Case.Open(record);
        }
    }

    private async ValueTask<StageStep> OpenAsync(LedgerRecord record, CancellationToken cancel)
    {
        var triaged = TriagedMessage.Open(record);
        var key = Case.KeyFor(triaged.MessageId);
        var before = record.Revision == 1 ? null : await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        if (before is not null)
        {
            var again = Renew(CaseRecord.Open(before), triaged.Findings);
            return new StageStep([new LedgerWrite { Key = key, Expected = before.Revision, Content = again.Seal() }], Counts: false);
        }

        var reasons = CaseRule.Reasons(triaged.Findings);
        return reasons.Count == 0
            ? new StageStep([], Counts: false)
            : new StageStep([new LedgerWrite { Key = key, Expected = 0, Content = First(triaged, reasons).Seal() }], Counts: true);
    }

    private CaseRecord First(TriagedMessage triaged, IReadOnlyList<string> reasons) => new(
        [triaged.MessageId],
        triaged.Findings.Routes[0].Team,
        [.. triaged.Findings.Routes.Skip(1).Select(route => route.Team)],
        CaseState.New,
        _clock.GetUtcNow(),
        triaged.Findings.Urgency,
        triaged.Findings.Priority,
        triaged.Findings.Flags,
        reasons,
        triaged.Findings.Obligations);

    /// <summary>The words changed: what they now ask for is added, and nothing that they asked for before is dropped.</summary>
    private static CaseRecord Renew(CaseRecord before, TriageFindings now) => before with
    {
        Urgency = now.Urgency > before.Urgency ? now.Urgency : before.Urgency,
        Priority = Math.Max(now.Priority, before.Priority),
        Flags = [.. before.Flags.Union(now.Flags, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        AlsoTold = [.. before.AlsoTold.Union(now.Routes.Select(route => route.Team), StringComparer.Ordinal).Except([before.Team])],
        Because = [.. before.Because.Union(CaseRule.Reasons(now), StringComparer.Ordinal)],
        Obligations = [.. before.Obligations.UnionBy(now.Obligations, duty => duty.Rule)],
    };
}
