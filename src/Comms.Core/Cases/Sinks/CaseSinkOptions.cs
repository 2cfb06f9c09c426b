namespace Comms.Core.Cases.Sinks;

/// <summary>How cases are mirrored to the host's own case systems.</summary>
public sealed record CaseSinkOptions
{
    /// <summary>How long one copy may take. From a second to two minutes. Default: 30 seconds.</summary>
    public TimeSpan SendWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a copy waits after a first failure; after each further one twice as long, up to <see cref="LongestWait"/>. From
    /// a second. Default: a minute.
    /// </summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait, unless the system asks for more. From <see cref="FirstWait"/> to a day. Default: an hour.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(1);

    internal TimeSpan WaitAfter(int failures) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(failures - 1, 16)));

    internal IEnumerable<string> Faults()
    {
        if (SendWithin < TimeSpan.FromSeconds(1) || SendWithin > TimeSpan.FromMinutes(2))
        {
            yield return "CaseSinks.SendWithin is from a second to two minutes";
        }

        if (FirstWait < TimeSpan.FromSeconds(1) || FirstWait > LongestWait || LongestWait > TimeSpan.FromDays(1))
        {
            yield return "CaseSinks.FirstWait is from a second to LongestWait, and that at most a day";
        }
    }
}
