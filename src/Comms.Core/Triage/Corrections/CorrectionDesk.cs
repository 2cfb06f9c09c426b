using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Triage.Corrections;

/// <summary>
/// The front door for people who know better than triage: moves a message to another team or label, at once, and lets
/// later messages be judged by it. Safety flags cannot be corrected, nor can a kind that starts a clock be taken away.
/// Thread-safe.
/// </summary>
public sealed class CorrectionDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly CorrectionBook _book;
    private readonly CorrectionMaker _maker;

    internal CorrectionDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, CorrectionBook book, Func<TriagePolicy> policy)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
        _book = book;
        _maker = new CorrectionMaker(ledger, policy);
    }

    /// <summary>
    /// Keeps a correction. The message itself is triaged again at the next run; later messages are judged by what was
    /// learnt. Saying the same again changes nothing; of two that contradict each other, the later holds.
    /// </summary>
    /// <param name="correction">What is so.</param>
    /// <param name="by">Who says so; needs <see cref="Permission.Correct"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the corrections over and over meanwhile.</exception>
    public ValueTask<CorrectionResult> AddAsync(NewCorrection correction, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(by, stop => AddOnceAsync(correction, by, stop), cancel);
    }

    /// <summary>Takes a correction back: everything is as if it had not been made. Twice is as once.</summary>
    /// <param name="number">The correction's number.</param>
    /// <param name="by">Who takes it back; needs <see cref="Permission.Correct"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="AddAsync"/>.</exception>
    public ValueTask<CorrectionResult> UndoAsync(int number, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(by, stop => UndoOnceAsync(number, by, stop), cancel);
    }

    /// <summary>Switches learning off or on. Off, only the messages that people corrected themselves stay as they said.</summary>
    /// <param name="on">Whether later messages are judged by what was learnt.</param>
    /// <param name="by">Who switches; needs <see cref="Permission.Correct"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="AddAsync"/>.</exception>
    public ValueTask<CorrectionResult> SwitchAsync(bool on, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(by, stop => SwitchOnceAsync(on, by, stop), cancel);
    }

    /// <summary>Whether later messages are judged by what was learnt. Default: yes.</summary>
    public async ValueTask<bool> IsOnAsync(CancellationToken cancel = default) =>
        CorrectionsRecord.Open(await _ledger.FindAsync(CorrectionsRecord.Key, cancel).ConfigureAwait(false)).On;

    /// <summary>Reads all corrections in their order, also those that were taken back.</summary>
    public async IAsyncEnumerable<Correction> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Correction.RecordKind }, cancel).ConfigureAwait(false))
        {
            yield return Correction.Open(record);
        }
    }

    /// <returns>Null when others changed something meanwhile: try again.</returns>
    private async ValueTask<CorrectionResult?> AddOnceAsync(NewCorrection wanted, Actor by, CancellationToken cancel)
    {
        var head = await _ledger.FindAsync(CorrectionsRecord.Key, cancel).ConfigureAwait(false);
        var known = await _book.ReadAsync(cancel).ConfigureAwait(false);
        var (made, reasons) = await _maker.MakeAsync(wanted, by, _clock.GetUtcNow(), cancel).ConfigureAwait(false);
        if (made is null)
        {
            return new CorrectionResult.Refused(reasons);
        }

        var (before, count) = (CorrectionsRecord.Open(head), known.Count + 1);
        var added = new Correction(count, made, revision: 1);
        var last = known.LastOrDefault(correction => correction.Stands && correction.Subject == added.Subject);
        if (last is not null && last.Label == added.Label && last.Holds == added.Holds && last.Body.Edition == made.Edition)
        {
            return new CorrectionResult.Existing(last);
        }

        var write = new LedgerWrite { Key = Correction.KeyOf(count), Expected = 0, Content = made.Seal() };
        var detail = $"{made.Heading.ToString().ToLowerInvariant()} {made.Label}: {(made.Holds ? "holds" : "does not hold")}";
        return await CommitAsync(head, before with { Count = count }, write, made.MessageId, by, "correct", detail, cancel).ConfigureAwait(false)
            ? new CorrectionResult.Kept(added)
            : null;
    }

    private async ValueTask<CorrectionResult?> UndoOnceAsync(int number, Actor by, CancellationToken cancel)
    {
        var head = await _ledger.FindAsync(CorrectionsRecord.Key, cancel).ConfigureAwait(false);
        if (number < 1 || await _ledger.FindAsync(Correction.KeyOf(number), cancel).ConfigureAwait(false) is not { } record)
        {
            return new CorrectionResult.Refused([$"there is no correction {number}"]);
        }

        var correction = Correction.Open(record);
        if (!correction.Stands)
        {
            return new CorrectionResult.Existing(correction);
        }

        var undone = correction.Body with { UndoneBy = by.Id, UndoneAt = _clock.GetUtcNow() };
        var write = new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = undone.Seal() };
        return await CommitAsync(head, CorrectionsRecord.Open(head), write, undone.MessageId, by, "undo-correction", null, cancel).ConfigureAwait(false)
            ? new CorrectionResult.Kept(new Correction(number, undone, record.Revision + 1))
            : null;
    }

    private async ValueTask<CorrectionResult?> SwitchOnceAsync(bool on, Actor by, CancellationToken cancel)
    {
        var head = await _ledger.FindAsync(CorrectionsRecord.Key, cancel).ConfigureAwait(false);
        var before = CorrectionsRecord.Open(head);
        return before.On == on
            || await CommitAsync(head, before with { On = on }, null, null, by, on ? "corrections-on" : "corrections-off", null, cancel).ConfigureAwait(false)
            ? new CorrectionResult.Switched(on)
            : null;
    }

    private ValueTask<CorrectionResult> ChangeAsync(
        Actor by, Func<CancellationToken, ValueTask<CorrectionResult?>> change, CancellationToken cancel) =>
        _authorizer.May(by, Permission.Correct)
            ? Attempts.UntilKeptAsync("the corrections", change, cancel)
            : ValueTask.FromResult<CorrectionResult>(new CorrectionResult.Refused([$"{by.Id} may not correct what triage judged"]));

    /// <summary>One transaction: the correction, the count by which others see that it changed, and the message due once more.</summary>
    private async ValueTask<bool> CommitAsync(
        LedgerRecord? head, CorrectionsRecord next, LedgerWrite? correction, string? messageId, Actor by, string act, string? detail, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var writes = new List<LedgerWrite> { new() { Key = CorrectionsRecord.Key, Expected = head?.Revision ?? 0, Content = next.Seal() } };
        if (correction is not null)
        {
            writes.Add(correction);
        }

        if (messageId is not null && await _maker.DueAgainAsync(messageId, now, cancel).ConfigureAwait(false) is { } again)
        {
            writes.Add(again);
        }

        var subject = correction?.Key ?? CorrectionsRecord.Key;
        var batch = new LedgerBatch { Writes = writes, Entries = [AuditEvent.Entry(now, by, act, subject, detail)] };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }
}
