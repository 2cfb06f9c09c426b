using System.Collections.Frozen;

namespace Comms.Core.Publishing;

/// <summary>Every step a delivery may take. What is not here cannot happen.</summary>
internal static class DeliveryTransitions
{
    private static readonly FrozenDictionary<DeliveryState, FrozenSet<DeliveryState>> Allowed =
        new Dictionary<DeliveryState, FrozenSet<DeliveryState>>
        {
            [DeliveryState.Scheduled] = Unsent(),
            [DeliveryState.Retrying] = Unsent(),
            [DeliveryState.Held] = Set(DeliveryState.Scheduled, DeliveryState.Withdrawn),
            [DeliveryState.Sending] = Set(
                DeliveryState.Published, DeliveryState.Rejected, DeliveryState.Retrying, DeliveryState.NeedsHuman, DeliveryState.Ambiguous),
            [DeliveryState.Ambiguous] = Set(
                DeliveryState.Published, DeliveryState.Sending, DeliveryState.NeedsHuman),
            [DeliveryState.NeedsHuman] = Set(DeliveryState.Published, DeliveryState.Scheduled, DeliveryState.Withdrawn),
        }.ToFrozenDictionary();

    public static IEnumerable<(DeliveryState From, DeliveryState To)> All =>
        from pair in Allowed from to in pair.Value orderby pair.Key, to select (pair.Key, to);

    public static bool Allows(DeliveryState from, DeliveryState to) =>
        Allowed.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>Whether no step leads on from a state.</summary>
    public static bool IsOver(DeliveryState state) => !Allowed.ContainsKey(state);

    /// <summary>Published at once only when it was found on its channel after the ledger was restored.</summary>
    private static FrozenSet<DeliveryState> Unsent() => Set(
        DeliveryState.Sending, DeliveryState.Retrying, DeliveryState.NeedsHuman, DeliveryState.Held, DeliveryState.Expired,
        DeliveryState.Withdrawn, DeliveryState.Published);

    private static FrozenSet<DeliveryState> Set(params DeliveryState[] states) => states.ToFrozenSet();
}
