using Comms.Core.Calendars;
using Comms.Core.Governance.Pictures;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>What can hold a post when its turn has come, whatever was true when it was approved.</summary>
/// <param name="ledger">Where consents are kept.</param>
/// <param name="periods">The team's sensitive periods.</param>
/// <param name="gone">Why a message may not be passed on any more; null when it may.</param>
internal sealed class SendGate(ILedger ledger, SensitivePeriods periods, Func<string, CancellationToken, ValueTask<string?>> gone)
{
    private readonly PictureConsents _pictures = new(ledger);

    /// <summary>Why a delivery is held; null when it may go.</summary>
    public async ValueTask<string?> AgainstAsync(Delivery delivery, DateTimeOffset now, CancellationToken cancel) =>
        !delivery.IsReleased && periods.Judge(delivery.Body.Purpose, now).HeldBy is { } period ? period
        : await _pictures.AgainstAsync(delivery.Rendition.Media, now, required: false, cancel).ConfigureAwait(false) is [var ended, ..] ? ended
        : delivery.Rendition.Reshares is { } message ? await gone(message, cancel).ConfigureAwait(false)
        : null;
}
