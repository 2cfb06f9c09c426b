using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.Replies;

/// <summary>What became of a reply's post.</summary>
/// <param name="Stands">Whether all of it stands; false when some of it never will.</param>
/// <param name="Says">Where it stands, or why it does not.</param>
/// <param name="Items">The ids of what stands.</param>
internal sealed record ReplyFate(bool Stands, string Says, IReadOnlyList<string> Items)
{
    /// <returns>Null while it is under way.</returns>
    public static async ValueTask<ReplyFate?> OfAsync(ILedger ledger, string post, string account, CancellationToken cancel)
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

        string[] items = [.. deliveries.Select(delivery => delivery.Receipt?.Id).OfType<string>()];
        return deliveries.Find(delivery => delivery.State != DeliveryState.Published && DeliveryTransitions.IsOver(delivery.State)) is { } ended
            ? new ReplyFate(Stands: false, $"the reply on {account} did not go out: {ended.State.ToString().ToLowerInvariant()}{(ended.Reason is { } why ? ", " + why : "")}", items)
            : deliveries.TrueForAll(delivery => delivery.State == DeliveryState.Published)
                ? new ReplyFate(Stands: true, $"by a reply on {account}{(deliveries[0].Receipt?.Url is { } url ? ", " + url : "")}", items)
                : null;
    }
}
