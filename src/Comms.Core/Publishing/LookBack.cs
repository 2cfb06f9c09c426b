using Comms.Core.Channels;

namespace Comms.Core.Publishing;

/// <summary>
/// After the ledger was restored from a backup: looks whether a delivery that it takes for unsent stands already. It can
/// have been sent at its planned time at the earliest, and the key of a channel that knows keys has aged since then.
/// </summary>
internal sealed class LookBack(Preparation preparation, Reconciler reconciler, PublishingOptions options)
{
    private const string Because = "the ledger was restored from a backup, and it may have been sent before";

    /// <returns>Whether it goes on as one that was never sent; otherwise it was finished or put off.</returns>
    public async ValueTask<bool> ClearsAsync(LeasedDelivery work, IChannel channel, SendContext context, DateTimeOffset now, CancellationToken cancel)
    {
        if (channel is IByHand hand)
        {
            await AskAsync(work, hand.Task, cancel).ConfigureAwait(false);
            return false;
        }

        if (await preparation.TryAsync(work, channel, context, cancel).ConfigureAwait(false) is not { } prepared)
        {
            return false;
        }

        switch (await reconciler.SettleAsync(channel, new Attempt(work.Now.Key, prepared.Bytes, work.Now.PlannedFor, now), cancel).ConfigureAwait(false))
        {
            case Verdict.Stands stands:
                await work.FinishAsync(work.Now.PublishedAs(stands.Receipt), cancel).ConfigureAwait(false);
                return false;
            case Verdict.Later:
                await work.PostponeAsync(now + options.Settle, cancel).ConfigureAwait(false);
                return false;
            case Verdict.AskPerson ask:
                await AskAsync(work, ask.Reason, cancel).ConfigureAwait(false);
                return false;
            default:
                return true;
        }
    }

    private static ValueTask AskAsync(LeasedDelivery work, string reason, CancellationToken cancel) =>
        work.FinishAsync(work.Now.To(DeliveryState.NeedsHuman, due: null, $"{Because}: {reason}"), cancel);
}
