using Comms.Core.Publishing;

namespace Comms.Core.Planning;

/// <summary>How far a post has come, from its deliveries.</summary>
internal sealed record PostStanding(PlanStep Step, DateTimeOffset? At, string? Reason)
{
    private static readonly DeliveryState[] WantPerson =
        [DeliveryState.NeedsHuman, DeliveryState.Held, DeliveryState.Rejected, DeliveryState.Ambiguous];

    /// <returns>Null for a post that has no delivery yet.</returns>
    public static PostStanding? Of(IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries.Count == 0)
        {
            return null;
        }

        var at = deliveries.Min(delivery => delivery.PlannedFor);
        if (deliveries.FirstOrDefault(delivery => WantPerson.Contains(delivery.State)) is { } waiting)
        {
            return new PostStanding(PlanStep.Waiting, at, $"{waiting.Rendition.Account}: {waiting.Reason ?? "look at it"}");
        }

        var gone = deliveries.Where(delivery => delivery.State is DeliveryState.Expired or DeliveryState.Withdrawn).ToArray();
        return gone.Length == deliveries.Count ? new PostStanding(PlanStep.Dropped, at, gone[0].Reason)
            : deliveries.Except(gone).All(delivery => delivery.State == DeliveryState.Published) ? new PostStanding(PlanStep.Published, at, Reason: null)
            : new PostStanding(PlanStep.Scheduled, at, Reason: null);
    }
}
