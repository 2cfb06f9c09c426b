using System.Runtime.CompilerServices;
using Comms.Core.Calendars;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Pictures;

/// <summary>
/// The front door for consents to publish pictures. One that ended or was taken back keeps its picture from being approved,
/// and holds a post that is already on its way; no role lifts that, only a new consent. Thread-safe.
/// </summary>
public sealed class PictureConsentDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly string _zone;

    internal PictureConsentDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, string zone) =>
        (_ledger, _authorizer, _clock, _zone) = (ledger, authorizer, clock, zone);

    /// <summary>Records a consent, in the place of an earlier one.</summary>
    /// <param name="consent">What was agreed.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<PictureConsentResult> RecordAsync(NewPictureConsent consent, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentNullException.ThrowIfNull(by);
        consent.Check();
        DateTimeOffset? ends = consent.Until is { } last ? Zones.Resolve(last.AddDays(1).ToDateTime(TimeOnly.MinValue), _zone).Instant : null;
        return ChangeAsync(
            consent.Sha256, by, "record-picture-consent", (_, now) => new PictureConsentRecord(consent.ShowsNobody ? null : consent.Form, ends, by.Id, now, consent.Until), cancel);
    }

    /// <summary>Takes a consent back: the picture is published no more.</summary>
    /// <param name="sha256">The picture's name in the media store.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<PictureConsentResult> WithdrawAsync(string sha256, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sha256);
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(sha256, by, "withdraw-picture-consent", (known, now) => known is { WithdrawnAt: null } ? known with { WithdrawnAt = now } : null, cancel);
    }

    /// <summary>Reads every consent, in the order of the pictures' first.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<PictureConsent> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = PictureConsentRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return PictureConsent.Open(record);
        }
    }

    private ValueTask<PictureConsentResult> ChangeAsync(
        string sha256, Actor by, string act, Func<PictureConsentRecord?, DateTimeOffset, PictureConsentRecord?> change, CancellationToken cancel) =>
        _authorizer.May(by, Permission.Author)
            ? Attempts.UntilKeptAsync("the consent", stop => ChangeOnceAsync(sha256, by, act, change, stop), cancel)
            : ValueTask.FromResult<PictureConsentResult>(new PictureConsentResult.Refused($"{by.Id} may not write"));

    private async ValueTask<PictureConsentResult?> ChangeOnceAsync(
        string sha256, Actor by, string act, Func<PictureConsentRecord?, DateTimeOffset, PictureConsentRecord?> change, CancellationToken cancel)
    {
        var key = PictureConsentRecord.Key(sha256);
        var record = await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        if (change(record is null ? null : PictureConsentRecord.Open(record), now) is not { } next)
        {
            return new PictureConsentResult.Refused("there is no consent that stands");
        }

        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = record?.Revision ?? 0, Content = next.Seal() }],
            Entries = [AuditEvent.Entry(now, by, act, key)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? new PictureConsentResult.Kept(new PictureConsent(sha256, next)) : null;
    }
}
