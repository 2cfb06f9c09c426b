using Comms.Core.Cases;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.Replies;

/// <summary>Finds what became of a reply's post.</summary>
internal static class ReplyFate
{
    /// <returns>Null while it is under way.</returns>
    public static async ValueTask<ReplyEnd?> OfAsync(ILedger ledger, string post, ReplyRecord reply, CancellationToken cancel)
    {
        if (await ledger.FindAsync(new RecordKey(ScheduledPost.Kind, post), cancel).ConfigureAwait(false) is not { } record)
        {
            return null;
        }

        var deliveries = new List<Delivery>();
        foreach (var key in Delivery.KeysOf(ScheduledPost.Open(record)))
        {
            if (await ledger.FindAsync(new RecordKey(Delivery.Kind, key.Value), cancel).ConfigureAwait(false) is not { } part)
            {
                return null;
            }

            deliveries.Add(Delivery.Open(part));
        }

        return deliveries.Find(delivery => delivery.State != DeliveryState.Published && DeliveryTransitions.IsOver(delivery.State)) is { } ended
                ? End(stands: false, $"the reply on {reply.Account} did not go out: {ended.State.ToString().ToLowerInvariant()}{(ended.Reason is { } why ? ", " + why : "")}")
            : deliveries.TrueForAll(delivery => delivery.State == DeliveryState.Published)
                ? End(stands: true, $"by a reply on {reply.Account}{(deliveries[0].Receipt?.Url is { } url ? ", " + url : "")}")
            : null;

        ReplyEnd End(bool stands, string says) =>
            new(stands, reply.Tells, says, reply.Account, [.. deliveries.Select(delivery => delivery.Receipt?.Id).OfType<string>()]);
    }
}
