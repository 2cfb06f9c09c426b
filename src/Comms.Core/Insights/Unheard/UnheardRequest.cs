using Comms.Core.Calendars;

namespace Comms.Core.Insights.Unheard;

/// <summary>Which survey to hold against what people write unasked, and over what time.</summary>
public sealed record UnheardRequest
{
    /// <summary>The last day that counts, in <see cref="Zone"/>.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The zone of the days, as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>How many days, back from the last; 1 or more. Default: 182, half a year.</summary>
    public int Days { get; init; } = 182;

    /// <summary>The sources that bring the survey. Default: none named; then whatever came as an answer to a survey's question.</summary>
    public IReadOnlyCollection<string> Survey { get; init; } = [];

    /// <summary>What the survey names less often is not compared, and counts of messages from 1 to below this are not told; 1 tells all. Default: 5.</summary>
    public int FewestShown { get; init; } = 5;

    internal void Check()
    {
        Zones.Check(Zone, nameof(Zone));
        ArgumentOutOfRangeException.ThrowIfLessThan(Days, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestShown, 1);
    }
}
