using Comms.Core.Channels;

namespace Comms.Core.Publishing;

/// <summary>Where a delivery stands after a call to its channel. Pure but for the clock.</summary>
internal sealed class NextStep(PublishingOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(30);

    /// <summary>After an answer to the first send of its bytes.</summary>
    public Delivery AfterSend(Delivery delivery, SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted accepted => delivery.PublishedAs(accepted.Receipt),
        SendOutcome.Rejected rejected => delivery.To(DeliveryState.Rejected, due: null, rejected.Reason),
        SendOutcome.NotSent not => Again(delivery, not.Reason, not.RetryAfter),
        _ => Doubtful(delivery, "the channel gave no outcome"),
    };

    /// <summary>After an answer to a repeat: a refusal of the repeat says nothing about the attempt before it.</summary>
    public Delivery AfterResend(Delivery delivery, SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted accepted => delivery.PublishedAs(accepted.Receipt),
        SendOutcome.Rejected rejected => delivery.To(
            DeliveryState.NeedsHuman, due: null, $"it was refused when it was sent again, and the first may stand: {rejected.Reason}"),
        SendOutcome.NotSent not => Doubtful(delivery, not.Reason, not.RetryAfter),
        _ => Doubtful(delivery, "the channel gave no outcome"),
    };

    /// <summary>It had no effect: tried again at its time, until it was tried as often as allowed.</summary>
    public Delivery Again(Delivery delivery, string reason, TimeSpan? after) => delivery.Attempts >= options.MaxAttempts
        ? delivery.To(DeliveryState.NeedsHuman, due: null, $"it was tried as often as allowed: {reason}")
        : delivery.To(DeliveryState.Retrying, clock.GetUtcNow() + (after > TimeSpan.Zero ? after.Value : BackOff(delivery.Attempts)), reason);

    /// <summary>Whether it stands is not known: the channel is asked once it has settled.</summary>
    public Delivery Doubtful(Delivery delivery, string reason, TimeSpan? after = null) =>
        delivery.To(DeliveryState.Ambiguous, clock.GetUtcNow() + (after > options.Settle ? after.Value : options.Settle), reason);

    private static TimeSpan BackOff(int attempts)
    {
        var doubled = TimeSpan.FromSeconds(30) * Math.Pow(2, attempts - 1);
        return doubled < LongestBackOff ? doubled : LongestBackOff;
    }
}
