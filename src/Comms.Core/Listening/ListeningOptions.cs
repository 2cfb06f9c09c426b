namespace Comms.Core.Listening;

/// <summary>How sources are read.</summary>
public sealed record ListeningOptions
{
    /// <summary>
    /// How long a source may take for a page before it is given up for now. From 1 second to 10 minutes. Default: 30 seconds.
    /// </summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When a source that does not stop when told is left to itself.</summary>
    internal TimeSpan HardStop => PageTimeout * 1.5;

    internal IEnumerable<string> Faults()
    {
        if (PageTimeout < TimeSpan.FromSeconds(1) || PageTimeout > TimeSpan.FromMinutes(10))
        {
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Listening.PageTimeout is {PageTimeout}; it lies from 00:00:01 to 00:10:00");
        }
    }
}
