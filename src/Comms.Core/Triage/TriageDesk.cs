using System.Runtime.CompilerServices;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Triage.Opinions;

namespace Comms.Core.Triage;

/// <summary>The front door of Triage: works through the messages that were heard. Thread-safe.</summary>
public sealed class TriageDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly StagePump _pump;

    /// <summary>A claim's messages are all asked about within its lease, at the worst.</summary>
    private const int BatchWithOpinions = 2;

    private readonly SecondOpinions? _opinions;

    internal TriageDesk(ILedger ledger, TimeProvider clock, StagePump pump, Triager triager, SecondOpinions? opinions = null)
    {
        _opinions = opinions;
        _ledger = ledger;
        _clock = clock;
        _pump = pump;
        Triager = triager;
    }

    /// <summary>Judges a message without the ledger: for hosts that triage what they hold themselves.</summary>
    public Triager Triager { get; }

    /// <summary>Triages every message that was heard and not yet triaged, or whose words have changed.</summary>
    public ValueTask<StageReport> RunDueAsync(CancellationToken cancel = default) =>
        _pump.RunAsync(Message.Kind, TriageAsync, cancel, _opinions is null ? StagePump.Batch : BatchWithOpinions);

    /// <summary>Reads all triaged messages in the order they were heard, in constant memory.</summary>
    public async IAsyncEnumerable<TriagedMessage> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            yield return TriagedMessage.Open(record);
        }
    }

    private async ValueTask<TriagedMessage> JudgeAsync(Message message, CancellationToken cancel)
    {
        var first = Triager.Triage(message);
        return _opinions is null ? first : (await _opinions.ConsiderAsync(first, cancel).ConfigureAwait(false)).Message;
    }

    private async ValueTask<StageStep> TriageAsync(LedgerRecord record, CancellationToken cancel)
    {
        var message = Message.Open(record);
        var key = new RecordKey(TriagedMessage.Kind, message.Id);
        var before = record.Revision == 1 ? null : await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        if (message.DeletedAt is not null)
        {
            // Deleted at its source: nothing of it is shown any more. The case that it opened keeps its duties.
            return new StageStep(before is null ? [] : [new LedgerWrite { Key = key, Expected = before.Revision, Content = null }], Counts: false);
        }

        var write = new LedgerWrite
        {
            Key = key,
            Expected = before?.Revision ?? 0,
            Content = (await JudgeAsync(message, cancel).ConfigureAwait(false)).Seal(),
            Due = _clock.GetUtcNow(),
        };
        return new StageStep([write], Counts: true);
    }
}
