using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;

namespace Comms.Core.Insights.Openings;

/// <summary>
/// What became of the busy start after a channel opened, and whether people find the right door. What is too small to be
/// shown is not in it. Get-only: made by Insights alone. Immutable.
/// </summary>
public sealed class OpeningReport
{
    internal OpeningReport(OpeningRequest request, IReadOnlyList<OpeningWeek> weeks) => (Request, Weeks) = (request, weeks);

    /// <summary>What was asked for.</summary>
    public OpeningRequest Request { get; }

    /// <summary>The whole weeks since it opened, oldest first.</summary>
    public IReadOnlyList<OpeningWeek> Weeks { get; }

    /// <summary>Whether the latest weeks can be held against the start: they are twice as many as each of the two.</summary>
    public bool CanTell => Weeks.Count >= 2 * Request.Weeks;

    /// <summary>Complaints a week by the channel, at the start and lately; null while it is too early, or too little to be shown.</summary>
    public RateChange? Complaints { get; internal init; }

    /// <summary>The share of what came by the channel that had to be shown another door by a signpost; null as above.</summary>
    public ShareChange? Signposted { get; internal init; }

    /// <summary>The share of all complaints that came by a door of theirs (<see cref="OpeningRequest.Doors"/>); null as above, and without doors.</summary>
    public ShareChange? ByTheirDoor { get; internal init; }
}

/// <summary>What came by the channel in a week.</summary>
/// <param name="Span">Seven days, counted from the opening.</param>
/// <param name="Complaints">How many complaints; null when not shown.</param>
/// <param name="Others">How many other messages; null when not shown.</param>
public sealed record OpeningWeek(InsightSpan Span, long? Complaints, long? Others);

/// <summary>Which way something went, by more than chance lets it.</summary>
public enum ChangeDirection
{
    /// <summary>The interval holds no change: it cannot be told.</summary>
    Unclear,

    /// <summary>It fell.</summary>
    Less,

    /// <summary>It rose.</summary>
    More,
}

/// <summary>A number a week, at the start and lately.</summary>
/// <param name="Before">A week, at the start.</param>
/// <param name="After">A week, lately.</param>
/// <param name="LowestRatio">The lower end of the 95 % interval of <paramref name="After"/> over <paramref name="Before"/>.</param>
/// <param name="HighestRatio">Its upper end.</param>
public sealed record RateChange(double Before, double After, double LowestRatio, double HighestRatio)
{
    /// <summary>Which way it went.</summary>
    public ChangeDirection Direction => HighestRatio < 1 ? ChangeDirection.Less : LowestRatio > 1 ? ChangeDirection.More : ChangeDirection.Unclear;
}

/// <summary>A share, at the start and lately.</summary>
/// <param name="Before">At the start.</param>
/// <param name="After">Lately.</param>
/// <param name="LowestDifference">The lower end of the 95 % interval of the later share less the earlier.</param>
/// <param name="HighestDifference">Its upper end.</param>
public sealed record ShareChange(Proportion Before, Proportion After, double LowestDifference, double HighestDifference)
{
    /// <summary>Which way it went.</summary>
    public ChangeDirection Direction => HighestDifference < 0 ? ChangeDirection.Less : LowestDifference > 0 ? ChangeDirection.More : ChangeDirection.Unclear;
}
