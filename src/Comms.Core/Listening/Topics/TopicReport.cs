namespace Comms.Core.Listening.Topics;

/// <summary>What people talk of: the topics, what rose above the usual, and where the team could join in.</summary>
public sealed class TopicReport
{
    internal TopicReport(TopicRequest request, int historyHours) => (Request, HistoryHours) = (request, historyHours);

    /// <summary>The fewest hours of listening that say what is usual: two weeks. With fewer nothing is called a burst.</summary>
    public const int FewestHistoryHours = 2 * 7 * 24;

    /// <summary>What was asked.</summary>
    public TopicRequest Request { get; }

    /// <summary>
    /// How many hours before those looked at say what is usual. They go back to the last week in which nothing at all was heard,
    /// since then nobody listened.
    /// </summary>
    public int HistoryHours { get; }

    /// <summary>Whether there is enough of that to call anything a burst.</summary>
    public bool KnowsUsual => HistoryHours >= FewestHistoryHours;

    /// <summary>Every topic of the request, in its order.</summary>
    public IReadOnlyList<TopicCount> Topics { get; internal init; } = [];

    /// <summary>What rose, the latest first. Empty where the usual is not known.</summary>
    public IReadOnlyList<Burst> Bursts { get; internal init; } = [];

    /// <summary>Conversations to join, the most promising first.</summary>
    public IReadOnlyList<OpenConversation> Conversations { get; internal init; } = [];
}

/// <summary>How much a topic was talked of.</summary>
/// <param name="Topic">Its name.</param>
/// <param name="Messages">How many messages of the days looked at.</param>
/// <param name="Voices">How many people wrote them; each that is anonymous counts as one.</param>
/// <param name="Usual">How many voices an hour those days would usually have had, summed: a person who writes in two hours counts twice; null where the usual is not known.</param>
/// <param name="Hourly">How many voices an hour they had, summed alike.</param>
public sealed record TopicCount(string Topic, int Messages, int Voices, double? Usual, int Hourly);

/// <summary>Hours in which more people spoke of something than chance explains.</summary>
public sealed record Burst
{
    internal Burst()
    {
    }

    /// <summary>The topic's name, or the hashtag as it was first written.</summary>
    public required string Topic { get; init; }

    /// <summary>Whether it is a topic of the request; otherwise a hashtag that nobody watched.</summary>
    public required bool Watched { get; init; }

    /// <summary>When its first hour began.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>How many hours it lasted without a break. The last may not have ended.</summary>
    public required int Hours { get; init; }

    /// <summary>How many people spoke in its rarest hour.</summary>
    public required int Voices { get; init; }

    /// <summary>How many usually speak in that hour of the week.</summary>
    public required double Usual { get; init; }

    /// <summary>The chance of so many or more in that hour, were it an ordinary one.</summary>
    public required double Chance { get; init; }

    /// <summary>The id of the message that came first in it.</summary>
    public required string FirstMessage { get; init; }

    /// <summary>Where people see that message; null when it has no address.</summary>
    public required string? FirstUrl { get; init; }
}
