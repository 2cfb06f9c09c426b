using System.Runtime.CompilerServices;
using Comms.Core.Cases.Sinks;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Cases.Concerns;

/// <summary>
/// The front door for what people say and those who decide should hear: a concern is passed on with its evidence, and what
/// was done comes back to it. Every change is audited, and noted in its cases. Thread-safe.
/// </summary>
public sealed class ConcernDesk
{
    private readonly ILedger _ledger;
    private readonly CaseReader _cases;
    private readonly ConcernChanges _changes;

    internal ConcernDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, CopyOutbox outbox)
    {
        _ledger = ledger;
        _cases = new CaseReader(ledger);
        _changes = new ConcernChanges(ledger, authorizer, clock, outbox);
    }

    /// <summary>
    /// Passes a concern on. The same words to the same people are the same concern, to which the cases are added. Refused for
    /// a restricted case: its words go no further.
    /// </summary>
    /// <param name="concern">What is passed on, to whom, and the cases that bear it out.</param>
    /// <param name="by">Needs <see cref="Permission.Handle"/>, and must see the cases.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the cases over and over meanwhile.</exception>
    public ValueTask<ConcernResult> PassAsync(NewConcern concern, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(by);
        concern.Check();
        return _changes.PassAsync(concern, by, cancel);
    }

    /// <summary>Records what came of a concern. It can be put right until a draft tells it.</summary>
    /// <param name="id">The concern's id.</param>
    /// <param name="outcome">What was done, who decided it and when; not later than now.</param>
    /// <param name="by">Needs <see cref="Permission.Handle"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="PassAsync"/>.</exception>
    public ValueTask<ConcernResult> RecordOutcomeAsync(string id, ConcernOutcome outcome, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(by);
        outcome.Check();
        return _changes.RecordOutcomeAsync(id, outcome, by, cancel);
    }

    /// <summary>Finds a concern; null when there is none.</summary>
    /// <param name="id">The concern's id.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<Concern?> FindAsync(string id, CancellationToken cancel = default) =>
        await _ledger.FindAsync(ConcernRecord.Key(id), cancel).ConfigureAwait(false) is { } record ? Concern.Open(record) : null;

    /// <summary>Reads the concerns in the order they were passed on.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<Concern> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = ConcernRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Concern.Open(record);
        }
    }

    /// <summary>Reads what bears a concern out as it stands now: what was deleted or restricted since is counted and not shown.</summary>
    /// <param name="concern">The concern.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<ConcernEvidence> EvidenceAsync(Concern concern, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(concern);
        var voices = new Dictionary<string, ConcernVoice>(StringComparer.Ordinal);
        var (restricted, gone) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var id in concern.Cases)
        {
            var one = await _cases.FindAsync(id, Actor.Engine, cancel).ConfigureAwait(false);
            foreach (var message in one?.Messages ?? [])
            {
                if (one!.RestrictedTo.Count > 0)
                {
                    restricted.Add(message);
                }
                else if (await VoiceAsync(message, cancel).ConfigureAwait(false) is { } voice)
                {
                    voices[message] = voice;
                }
                else
                {
                    gone.Add(message);
                }
            }
        }

        return new ConcernEvidence(concern, [.. voices.Values.OrderBy(voice => voice.At).ThenBy(voice => voice.Words, StringComparer.Ordinal)], restricted.Count, gone.Count);
    }

    /// <inheritdoc cref="ConcernChanges.AttachAsync" />
    internal ValueTask<bool> AttachAsync(string id, string draft, Actor by, CancellationToken cancel) => _changes.AttachAsync(id, draft, by, cancel);

    private async ValueTask<ConcernVoice?> VoiceAsync(string message, CancellationToken cancel) =>
        await TriagedMessage.FindAsync(_ledger, message, cancel).ConfigureAwait(false) is { Text.Length: > 0 } triaged
            ? new ConcernVoice(triaged.At, triaged.Source, Redaction.Apply(triaged.Text, triaged.Findings.PersonalData))
            : null;
}
