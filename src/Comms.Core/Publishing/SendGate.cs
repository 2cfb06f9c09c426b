using Comms.Core.Calendars;
using Comms.Core.Governance.Pictures;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>What can hold a post when its turn has come, whatever was true when it was approved.</summary>
/// <param name="ledger">Where consents are kept.</param>
/// <param name="periods">The team's sensitive periods.</param>
/// <param name="gone">Why a message may not be passed on any more; null when it may.</param>
/// <param name="isPolitical">Whether a politician wrote a message.</param>
internal sealed class SendGate(
    ILedger ledger, SensitivePeriods periods, Func<string, CancellationToken, ValueTask<string?>> gone, Func<string, CancellationToken, ValueTask<bool>> isPolitical)
{
    private readonly PictureConsents _pictures = new(ledger);

    /// <summary>Why a delivery is held; null when it may go.</summary>
    public async ValueTask<string?> AgainstAsync(Delivery delivery, DateTimeOffset now, CancellationToken cancel) =>
        !delivery.IsReleased && await PeriodAsync(delivery, now, cancel).ConfigureAwait(false) is { } period ? period
        : await _pictures.AgainstAsync(delivery.Rendition.Media, now, required: false, cancel).ConfigureAwait(false) is [var ended, ..] ? ended
        : delivery.Rendition.Reshares is { } message ? await gone(message, cancel).ConfigureAwait(false)
        : null;

    /// <summary>The period that holds it. What a politician wrote is theirs, though whoever scheduled it did not say so.</summary>
    private async ValueTask<string?> PeriodAsync(Delivery delivery, DateTimeOffset now, CancellationToken cancel)
    {
        var purpose = delivery.Body.Purpose;
        if (purpose == PostPurpose.Ordinary && periods.At(now).Count > 0
            && delivery.Rendition.Reshares is { } message && await isPolitical(message, cancel).ConfigureAwait(false))
        {
            purpose = PostPurpose.PoliticianRepost;
        }

        return periods.Judge(purpose, now).HeldBy;
    }
}
