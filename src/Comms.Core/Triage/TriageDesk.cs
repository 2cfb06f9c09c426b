using System.Runtime.CompilerServices;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Triage.Corrections;
using Comms.Core.Triage.Opinions;

namespace Comms.Core.Triage;

/// <summary>The front door of Triage: works through the messages that were heard. Thread-safe.</summary>
public sealed class TriageDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly StagePump _pump;
    private readonly CorrectionBook _corrections;
    private volatile Triager _triager;
    private volatile CorrectedTriager? _corrected;

    /// <summary>A claim's messages are all asked about within its lease, at the worst.</summary>
    private const int BatchWithOpinions = 2;

    private readonly SecondOpinions? _opinions;

    internal TriageDesk(
        ILedger ledger, TimeProvider clock, StagePump pump, Triager triager, CorrectionBook corrections, SecondOpinions? opinions = null)
    {
        _opinions = opinions;
        _ledger = ledger;
        _clock = clock;
        _pump = pump;
        _triager = triager;
        _corrections = corrections;
    }

    /// <summary>
    /// Judges a message without the ledger: for hosts that triage what they hold themselves. Goes by the policy in use,
    /// and not by corrections, which are in the ledger.
    /// </summary>
    public Triager Triager => _triager;

    /// <summary>
    /// Goes by another policy from the next message on. What is being judged meanwhile is judged by one policy or the
    /// other, whole, and no message is lost; what was judged before stays as it is.
    /// </summary>
    /// <param name="policy">As <see cref="TriagePolicyReader"/> read it: a faulty one never comes here.</param>
    public void Use(TriagePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _triager = Triager.Create(_triager.Options with { Policy = policy });
    }

    /// <summary>Triages every message that was heard and not yet triaged, or whose words have changed.</summary>
    public async ValueTask<StageReport> RunDueAsync(CancellationToken cancel = default)
    {
        var layer = await _corrections.CurrentAsync(cancel).ConfigureAwait(false);
        return await _pump.RunAsync(
            Message.Kind, (record, stop) => TriageAsync(record, layer, stop), cancel, _opinions is null ? StagePump.Batch : BatchWithOpinions)
            .ConfigureAwait(false);
    }

    /// <summary>Reads all triaged messages in the order they were heard, in constant memory.</summary>
    public async IAsyncEnumerable<TriagedMessage> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            yield return TriagedMessage.Open(record);
        }
    }

    private async ValueTask<TriagedMessage> JudgeAsync(Message message, CorrectionLayer layer, CancellationToken cancel)
    {
        var first = Corrected(layer).Triage(message);
        return _opinions is null ? first : (await _opinions.ConsiderAsync(first, cancel).ConfigureAwait(false)).Message;
    }

    /// <summary>The policy in use with the corrections of this run; made anew only when one of them changes.</summary>
    private Triager Corrected(CorrectionLayer layer)
    {
        var triager = _triager;
        var corrected = _corrected;
        if (corrected is null || corrected.Of != triager || corrected.Layer != layer)
        {
            _corrected = corrected = new CorrectedTriager(triager, layer, triager.With(layer));
        }

        return corrected.Triager;
    }

    private async ValueTask<StageStep> TriageAsync(LedgerRecord record, CorrectionLayer layer, CancellationToken cancel)
    {
        var message = Message.Open(record);
        var key = new RecordKey(TriagedMessage.Kind, message.Id);
        var before = record.Revision == 1 ? null : await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        if (before is not null && TriagedMessage.Open(before).Text != message.Text)
        {
            _corrections.Forget();
        }

        if (message.DeletedAt is not null)
        {
            // Deleted at its source: nothing of it is shown any more. The case that it opened keeps its duties.
            return new StageStep(before is null ? [] : [new LedgerWrite { Key = key, Expected = before.Revision, Content = null }], Counts: false);
        }

        var write = new LedgerWrite
        {
            Key = key,
            Expected = before?.Revision ?? 0,
            Content = (await JudgeAsync(message, layer, cancel).ConfigureAwait(false)).Seal(),
            Due = _clock.GetUtcNow(),
        };
        return new StageStep([write], Counts: true);
    }

    /// <summary>A triager with a layer of corrections, and what it was made of.</summary>
    private sealed record CorrectedTriager(Triager Of, CorrectionLayer Layer, Triager Triager);
}
