using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.RoundUps.Reads;

/// <summary>
/// The front door of numbered read-round-ups: an edition gets its number when it is frozen, keeps it once someone else has
/// approved it, and gives it back when it is rejected. One edition of a series is frozen at a time, so that numbers have no
/// gaps and are never used twice. Thread-safe.
/// </summary>
public sealed class ReadDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;

    internal ReadDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
    }

    /// <summary>Makes an edition, with its number and its title, for someone else to approve. Every reason against it is named at once.</summary>
    /// <param name="request">What it is made of.</param>
    /// <param name="author">Needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the series over and over meanwhile.</exception>
    public ValueTask<ReadResult> FreezeAsync(ReadRequest request, Actor author, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(author);
        request.Check();
        return Attempts.UntilKeptAsync("the series", stop => FreezeOnceAsync(request, author, stop), cancel);
    }

    /// <summary>Approves the frozen edition of a series: its number is its own for good.</summary>
    /// <param name="series">The series.</param>
    /// <param name="hash">What was looked at: <see cref="ReadRoundUp.Hash"/>.</param>
    /// <param name="approver">Needs <see cref="Permission.Approve"/>, and is not the author.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="LedgerException">As for <see cref="FreezeAsync"/>.</exception>
    public ValueTask<ReadResult> ApproveAsync(string series, string hash, Actor approver, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(approver);
        return SettleAsync(
            series, approver, (frozen, before) =>
                approver.Id == frozen.Author ? (null, "four eyes: who made it cannot approve it")
                : hash != frozen.Hash ? (null, "it is not what was looked at")
                : ((frozen with { ApprovedBy = approver.Id }).Over(before), null),
            "approve-read", detail: hash, keeps: true, cancel);
    }

    /// <summary>Rejects the frozen edition of a series, and frees its number.</summary>
    /// <param name="series">The series.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="approver">Needs <see cref="Permission.Approve"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="LedgerException">As for <see cref="FreezeAsync"/>.</exception>
    public ValueTask<ReadResult> RejectAsync(string series, string reason, Actor approver, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(approver);
        return SettleAsync(
            series, approver, (_, before) => (new LedgerWrite { Key = before.Key, Expected = before.Revision, Content = null }, null),
            "reject-read", reason, keeps: false, cancel);
    }

    /// <summary>Puts a correction beside an approved edition.</summary>
    /// <param name="series">The series.</param>
    /// <param name="number">The edition.</param>
    /// <param name="text">What was wrong, and what is right; not blank.</param>
    /// <param name="approver">Needs <see cref="Permission.Approve"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="LedgerException">As for <see cref="FreezeAsync"/>.</exception>
    public ValueTask<ReadResult> CorrectAsync(string series, int number, string text, Actor approver, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(approver);
        return Attempts.UntilKeptAsync("the edition", stop => CorrectOnceAsync(ReadRecord.Key(series, number), text, approver, stop), cancel);
    }

    /// <summary>Finds an edition; null when there is none.</summary>
    /// <param name="series">The series.</param>
    /// <param name="number">The edition's number; a frozen one has it already.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or the stored edition does not match its hash.</exception>
    public async ValueTask<ReadRoundUp?> FindAsync(string series, int number, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        return await _ledger.FindAsync(ReadRecord.Key(series, number), cancel).ConfigureAwait(false) is { } record ? ReadRoundUp.Open(record) : null;
    }

    /// <summary>Reads the editions of a series in the order they were frozen, the frozen one too.</summary>
    /// <param name="series">The series.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">As for <see cref="FindAsync"/>.</exception>
    public async IAsyncEnumerable<ReadRoundUp> ListAsync(string series, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        var lane = ReadSeriesRecord.Key(series).Id;
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = ReadRecord.Kind, Lane = lane }, cancel).ConfigureAwait(false))
        {
            yield return ReadRoundUp.Open(record);
        }
    }

    private async ValueTask<ReadResult?> FreezeOnceAsync(ReadRequest request, Actor author, CancellationToken cancel)
    {
        var head = await _ledger.FindAsync(ReadSeriesRecord.Key(request.Series), cancel).ConfigureAwait(false);
        var series = head is null ? new ReadSeriesRecord(request.Series, Last: 0, HasFrozen: false) : ReadSeriesRecord.Open(head);
        var number = series.Last + 1;
        var title = ReadTitle.Compose(request.Series, number, [.. request.Items.Select(item => item.Label)], request.TitleLimit, request.TitleUnit);
        List<string> against = _authorizer.May(author, Permission.Author) ? [] : [$"{author.Id} may not write editions"];
        against.AddRange(series.HasFrozen ? [string.Create(CultureInfo.InvariantCulture, $"#{number} is frozen already: approve or reject it first")] : Array.Empty<string>());
        against.AddRange(title is null ? ["not even the name of the series and the number fit into the title"] : Array.Empty<string>());
        against.AddRange(ReadChecks.Against(request, await LinkedAsync(request.Series, cancel).ConfigureAwait(false)));
        if (against.Count > 0)
        {
            return new ReadResult.Refused(against);
        }

        var content = new ReadContent(request.Series, number, title!, request.Language, request.Standing, [.. request.Items]);
        var frozen = new ReadRecord(content, content.Hash(), author.Id, _clock.GetUtcNow());
        var key = ReadRecord.Key(request.Series, number);
        var write = new LedgerWrite { Key = key, Expected = 0, Content = frozen.Seal(), Lane = ReadSeriesRecord.Key(request.Series).Id };
        return await CommitAsync(author, "freeze-read", frozen.Hash, key, [write, Over(series with { HasFrozen = true }, head)], cancel).ConfigureAwait(false)
            ? new ReadResult.Done(new ReadRoundUp(frozen, revision: 1))
            : null;
    }

    private ValueTask<ReadResult> SettleAsync(
        string series, Actor approver, Func<ReadRecord, LedgerRecord, (LedgerWrite? Write, string? Reason)> settle, string act, string detail, bool keeps, CancellationToken cancel) =>
        _authorizer.May(approver, Permission.Approve)
            ? Attempts.UntilKeptAsync("the series", stop => SettleOnceAsync(series, approver, settle, act, detail, keeps, stop), cancel)
            : ValueTask.FromResult<ReadResult>(No($"{approver.Id} may not approve"));

    private async ValueTask<ReadResult?> SettleOnceAsync(
        string name, Actor approver, Func<ReadRecord, LedgerRecord, (LedgerWrite? Write, string? Reason)> settle, string act, string detail, bool keeps, CancellationToken cancel)
    {
        var head = await _ledger.FindAsync(ReadSeriesRecord.Key(name), cancel).ConfigureAwait(false);
        if (head is null || ReadSeriesRecord.Open(head) is not { HasFrozen: true } series
            || await _ledger.FindAsync(ReadRecord.Key(name, series.Last + 1), cancel).ConfigureAwait(false) is not { } before)
        {
            return No($"no edition of {name} is frozen");
        }

        var (write, reason) = settle(ReadRecord.Open(before), before);
        if (write is null)
        {
            return No(reason!);
        }

        var next = series with { HasFrozen = false, Last = series.Last + (keeps ? 1 : 0) };
        return await CommitAsync(approver, act, detail, before.Key, [write, Over(next, head)], cancel).ConfigureAwait(false)
            ? new ReadResult.Done(ReadRoundUp.Open(write.Content is { } content ? before with { Content = content, Revision = before.Revision + 1 } : before))
            : null;
    }

    private async ValueTask<ReadResult?> CorrectOnceAsync(RecordKey key, string text, Actor approver, CancellationToken cancel)
    {
        if (!_authorizer.May(approver, Permission.Approve))
        {
            return No($"{approver.Id} may not correct editions");
        }

        if (await _ledger.FindAsync(key, cancel).ConfigureAwait(false) is not { } before || ReadRecord.Open(before) is not { ApprovedBy: not null } body)
        {
            return No("there is no such approved edition");
        }

        var next = body with { Errata = [.. body.Errata, new ReadErratum(approver.Id, _clock.GetUtcNow(), text)] };
        return await CommitAsync(approver, "correct-read", null, key, [next.Over(before)], cancel).ConfigureAwait(false)
            ? new ReadResult.Done(new ReadRoundUp(next, before.Revision + 1))
            : null;
    }

    private async ValueTask<HashSet<string>> LinkedAsync(string series, CancellationToken cancel)
    {
        var linked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var edition in ListAsync(series, cancel).ConfigureAwait(false))
        {
            linked.UnionWith(edition.Items.Select(item => item.Url));
        }

        return linked;
    }

    private async ValueTask<bool> CommitAsync(
        Actor by, string act, string? detail, RecordKey subject, IReadOnlyList<LedgerWrite> writes, CancellationToken cancel) =>
        (await _ledger.CommitAsync(
            new LedgerBatch { Writes = writes, Entries = [AuditEvent.Entry(_clock.GetUtcNow(), by, act, subject, detail)] }, cancel).ConfigureAwait(false)).Committed;

    private static LedgerWrite Over(ReadSeriesRecord series, LedgerRecord? before) =>
        new() { Key = ReadSeriesRecord.Key(series.Series), Expected = before?.Revision ?? 0, Content = series.Seal() };

    private static ReadResult.Refused No(string reason) => new([reason]);
}
