using Comms.Core.Publishing;

namespace Comms.Core.Exercises.Playing;

/// <summary>Finds when the engine next has something to send. What a hold covers waits for the hold's end, not for a time.</summary>
internal sealed class Outgoing(CommsEngine engine)
{
    public async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancel)
    {
        var holds = new List<HoldScope>();
        await foreach (var hold in engine.Publishing.Holds.ListAsync(cancel).ConfigureAwait(false))
        {
            holds.Add(hold.Scope);
        }

        DateTimeOffset? next = null;
        await foreach (var delivery in engine.Publishing.ListAsync(cancel).ConfigureAwait(false))
        {
            if (delivery.Due is { } due && (next is null || due < next) && (delivery.Crisis || !holds.Exists(hold => hold.Covers(delivery))))
            {
                next = due;
            }
        }

        return next;
    }
}
