using System.Collections.Immutable;

namespace Comms.Core.Publishing;

/// <summary>What one run of the dispatcher did.</summary>
/// <param name="Steps">How many deliveries came to stand in each state.</param>
/// <param name="Faults">What went wrong beside the deliveries, in words: a damaged record, a lost lease.</param>
/// <param name="Held">Why nothing but crisis posts was sent, when everything is held; null otherwise.</param>
public sealed record DispatchReport(
    ImmutableSortedDictionary<DeliveryState, int> Steps, IReadOnlyList<string> Faults, string? Held)
{
    /// <summary>Posts that a change of the time zone data moved, each with the difference, in words. Default: none.</summary>
    public IReadOnlyList<string> Moved { get; init; } = [];

    /// <summary>Why what was due is looked for before it is sent, in words: the ledger was restored from a backup, and this run saw it first. Default: null.</summary>
    public string? Restored { get; init; }

    /// <summary>How many posts came to stand.</summary>
    public int Published => Steps.GetValueOrDefault(DeliveryState.Published);

    /// <summary>How many of them may stand twice (<see cref="Delivery.MayStandTwice"/>). Default: 0.</summary>
    public int MayStandTwice { get; init; }

    /// <summary>How many deliveries were worked on.</summary>
    public int Total => Steps.Values.Sum();
}
