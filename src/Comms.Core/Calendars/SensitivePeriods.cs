namespace Comms.Core.Calendars;

/// <summary>
/// The sensitive periods of a team's areas, and what they ask of a post. Nothing that waited is released when a period
/// ends: a person looks at each. Immutable and safe to share between threads.
/// </summary>
public sealed class SensitivePeriods
{
    private readonly IReadOnlyList<SensitivePeriod> _periods;
    private readonly string _zone;

    /// <summary>Takes the periods that hold in a team's areas.</summary>
    /// <param name="periods">Those of other areas are left out.</param>
    /// <param name="areas">The team's areas: its nation, its council's.</param>
    /// <param name="zone">The team's zone.</param>
    public SensitivePeriods(IEnumerable<SensitivePeriod> periods, IReadOnlyCollection<string> areas, string zone)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentException.ThrowIfNullOrEmpty(zone);
        _zone = zone;
        _periods = [.. periods.Where(period => period.Area.Length == 0 || areas.Contains(period.Area, StringComparer.Ordinal))];
    }

    /// <summary>No periods at all.</summary>
    public static SensitivePeriods None { get; } = new([], [], "UTC");

    /// <summary>The periods in which an instant lies, in the order given.</summary>
    /// <param name="instant">Any instant.</param>
    public IReadOnlyList<SensitivePeriod> At(DateTimeOffset instant)
    {
        if (_periods.Count == 0)
        {
            return [];
        }

        var day = Zones.DayOf(instant, _zone);
        return [.. _periods.Where(period => period.Includes(day))];
    }

    /// <summary>What the periods ask of a post.</summary>
    /// <param name="purpose">What the post is for.</param>
    /// <param name="instant">When it would go out.</param>
    public PeriodVerdict Judge(PostPurpose purpose, DateTimeOffset instant)
    {
        var periods = At(instant);
        var asks = string.Join("; ", periods.Where(period => Holds(period, purpose)).Select(Name));
        return asks.Length > 0 ? new PeriodVerdict(asks, Exemption: null)
            : purpose == PostPurpose.Safety && periods.Count > 0
                ? new PeriodVerdict(HeldBy: null, $"a safety message is exempt from: {string.Join("; ", periods.Select(Name))}")
                : default;
    }

    private static bool Holds(SensitivePeriod period, PostPurpose purpose) => period.Sensitivity switch
    {
        Sensitivity.Mourning => purpose != PostPurpose.Safety,
        _ => purpose is PostPurpose.Announcement or PostPurpose.Evergreen or PostPurpose.PoliticianRepost,
    };

    private static string Name(SensitivePeriod period) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(period.Sensitivity == Sensitivity.Mourning ? "mourning" : "pre-election period")} {period.Id} ({period.Name}), {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}, by {period.Source}");
}

/// <summary>What sensitive periods ask of one post at one instant.</summary>
/// <param name="HeldBy">Why it waits for a person; null when it may go.</param>
/// <param name="Exemption">Why it goes although a period would ask; null when none does.</param>
public readonly record struct PeriodVerdict(string? HeldBy, string? Exemption);
