namespace Comms.Core.Listening;

/// <summary>How sources are read.</summary>
public sealed record ListeningOptions
{
    /// <summary>
    /// How long a source may take for a page before it is given up for now. From 1 second to 10 minutes. Default: 30 seconds.
    /// </summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after a sweep began the next begins, in which sources are asked whether what they gave still stands
    /// (<see cref="Channels.ISweptSource"/>). From 15 minutes to 7 days. Default: 6 hours.
    /// </summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Messages written longer ago are not asked for. From 1 day to 10 years of 365 days. Default: 90 days.</summary>
    public TimeSpan SweepBack { get; init; } = TimeSpan.FromDays(90);

    /// <summary>When a source that does not stop when told is left to itself.</summary>
    internal TimeSpan HardStop => PageTimeout * 1.5;

    internal IEnumerable<string> Faults()
    {
        if (PageTimeout < TimeSpan.FromSeconds(1) || PageTimeout > TimeSpan.FromMinutes(10))
        {
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Listening.PageTimeout is {PageTimeout}; it lies from 00:00:01 to 00:10:00");
        }

        if (SweepEvery < TimeSpan.FromMinutes(15) || SweepEvery > TimeSpan.FromDays(7))
        {
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Listening.SweepEvery is {SweepEvery}; it lies from 00:15:00 to 7.00:00:00");
        }

        if (SweepBack < TimeSpan.FromDays(1) || SweepBack > TimeSpan.FromDays(3650))
        {
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Listening.SweepBack is {SweepBack}; it lies from 1.00:00:00 to 3650.00:00:00");
        }
    }
}
