using Comms.Core.Calendars;

namespace Comms.Core.Insights.Openings;

/// <summary>Which channel opened to the public, and since when.</summary>
public sealed record OpeningRequest
{
    /// <summary>The sources that hear what comes by the channel; at least one.</summary>
    public required IReadOnlyCollection<string> Sources { get; init; }

    /// <summary>The day on which it opened, in <see cref="Zone"/>. Weeks are counted from it.</summary>
    public required DateOnly Opened { get; init; }

    /// <summary>The last day that may be looked at; a week that has not ended by then is left out.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The zone of the days, as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>How many weeks the busy start is, and how many of the latest are held against it; from 2 to 52. Default: 4.</summary>
    public int Weeks { get; init; } = 4;

    /// <summary>The sources that complaints are meant to come by, as the mailbox of PALS. Default: none; then nothing is said of them.</summary>
    public IReadOnlyCollection<string> Doors { get; init; } = [];

    /// <summary>Counts from 1 to below this are not told, nor what would give them away; 1 tells all. Default: 5.</summary>
    public int FewestShown { get; init; } = 5;

    internal void Check()
    {
        Zones.Check(Zone, nameof(Zone));
        ArgumentOutOfRangeException.ThrowIfZero(Sources.Count, nameof(Sources));
        ArgumentOutOfRangeException.ThrowIfLessThan(Weeks, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weeks, 52);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestShown, 1);
    }
}
