using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Unheard;

/// <summary>What the survey names and the messages do not, or much less. Get-only: made by Insights alone. Immutable.</summary>
public sealed class UnheardReport
{
    internal UnheardReport(UnheardRequest request, long answers, long messages, IReadOnlyList<UnheardVoice> voices, int compared, IReadOnlyList<VoiceKind> notTold)
    {
        Request = request;
        Answers = answers;
        Messages = messages;
        Voices = voices;
        Compared = compared;
        NotTold = notTold;
    }

    /// <summary>What was asked for.</summary>
    public UnheardRequest Request { get; }

    /// <summary>How many answers the survey brought.</summary>
    public long Answers { get; }

    /// <summary>How many messages came unasked.</summary>
    public long Messages { get; }

    /// <summary>Who and what is not heard: first what is farthest below its share of the survey.</summary>
    public IReadOnlyList<UnheardVoice> Voices { get; }

    /// <summary>How many themes, places, services and groups were compared.</summary>
    public int Compared { get; }

    /// <summary>What the survey tells and no message tells at all: nothing can be said of it.</summary>
    public IReadOnlyList<VoiceKind> NotTold { get; }
}

/// <summary>What kind of voice is compared.</summary>
public enum VoiceKind
{
    /// <summary>A theme of triage.</summary>
    Theme,

    /// <summary>A place that a message is about.</summary>
    Place,

    /// <summary>A service that a message is about.</summary>
    Service,

    /// <summary>A group to which the author belongs.</summary>
    Group,
}

/// <summary>Something that the survey names and the messages do not, or much less.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Survey">How many answers name it, of those that tell of its kind.</param>
/// <param name="Messages">How many messages name it; null when they are too few to be told.</param>
/// <param name="MessagesTelling">How many messages tell of its kind.</param>
/// <param name="LeastGap">By how much its share of the messages is lower at least: three standard errors from what was counted.</param>
public sealed record UnheardVoice(VoiceKind Kind, string Name, Proportion Survey, long? Messages, long MessagesTelling, double LeastGap);
