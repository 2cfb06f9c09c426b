using Comms.Core.Calendars;

namespace Comms.Core.Listening.Topics;

/// <summary>Which topics to look for, over what time, and how sure to be.</summary>
public sealed record TopicRequest
{
    /// <summary>The topics to look for; may be empty: hashtags that rise are found without. Names are unique.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Up to when to look; what was written later is not read.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The zone by whose clock an hour of the week is told from another, as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>How many days back are looked at; from 1 to 31. Default: 7.</summary>
    public int Days { get; init; } = 7;

    /// <summary>How many weeks before those days may say what is usual; from 2 to 104. Default: 12.</summary>
    public int HistoryWeeks { get; init; } = 12;

    /// <summary>
    /// The chance that an ordinary hour of one watched topic is called a burst; above 0, to 0.05. The same chance is shared by all
    /// hashtags that nobody watches. Default: 0.001, which is one false alarm of a topic in six weeks.
    /// </summary>
    public double FalseAlarmRate { get; init; } = 0.001;

    /// <summary>Fewer people than this in an hour are no burst, however rare; 2 or more. Default: 3.</summary>
    public int FewestVoices { get; init; } = 3;

    /// <summary>A conversation is active while its last message is no older than this; above zero. Default: 48 hours.</summary>
    public TimeSpan ActiveWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The most conversations that are named; 0 or more. Default: 10.</summary>
    public int MostConversations { get; init; } = 10;

    internal DateTimeOffset From => To.AddDays(-Days);

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Topics);
        Zones.Check(Zone, nameof(Zone));
        ArgumentOutOfRangeException.ThrowIfLessThan(Days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Days, 31);
        ArgumentOutOfRangeException.ThrowIfLessThan(HistoryWeeks, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HistoryWeeks, 104);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FalseAlarmRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FalseAlarmRate, 0.05);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestVoices, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ActiveWithin, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(MostConversations);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var topic in Topics)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(topic.Name, nameof(Topics));
            if (!names.Add(topic.Name))
            {
                throw new ArgumentException($"There are two topics of the name {topic.Name}.", nameof(Topics));
            }

            if (topic.Phrases.Count == 0 || topic.Phrases.Any(phrase => phrase.Trim() is "" or "#"))
            {
                throw new ArgumentException($"The topic {topic.Name} has no phrase, or a blank one.", nameof(Topics));
            }
        }
    }
}
