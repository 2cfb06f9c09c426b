using Comms.Core.Channels;

namespace Comms.Core.Engagement;

/// <summary>
/// What each act is worth beside the others. The order is the one that platforms publish (a reply, above all one that
/// was answered, stands far above a like); the distances are ours, because theirs encode how rare an act is and not
/// what it is worth.
/// </summary>
public sealed record ActWeights
{
    /// <summary>A reply. The highest. Default: 4.</summary>
    public double Reply { get; init; } = 4;

    /// <summary>Passing a post on with words of their own. Default: 3.</summary>
    public double Quote { get; init; } = 3;

    /// <summary>A comment below a post or page. Default: 3.</summary>
    public double Comment { get; init; } = 3;

    /// <summary>Naming the team or writing to it. Default: 2.</summary>
    public double Mention { get; init; } = 2;

    /// <summary>Linking to a page of the team's: sending readers there. Default: 2.</summary>
    public double Link { get; init; } = 2;

    /// <summary>Passing a post on. Default: 1.5.</summary>
    public double Repost { get; init; } = 1.5;

    /// <summary>Answering a survey's question. Default: 1.</summary>
    public double Answer { get; init; } = 1;

    /// <summary>A like. Default: 0.5.</summary>
    public double Like { get; init; } = 0.5;

    /// <summary>How much more an act is worth once the team answered it: a conversation took place. 1 or more. Default: 2.</summary>
    public double AnsweredFactor { get; init; } = 2;

    internal double Of(Act act, bool answered) => (answered ? AnsweredFactor : 1) * Of(act);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(AnsweredFactor, 1);
        foreach (var act in Enum.GetValues<Act>())
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Of(act), act.ToString());
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Of(act), Reply, act.ToString());
        }
    }

    private double Of(Act act) => act switch
    {
        Act.Reply => Reply,
        Act.Quote => Quote,
        Act.Comment => Comment,
        Act.Mention => Mention,
        Act.Link => Link,
        Act.Repost => Repost,
        Act.Answer => Answer,
        Act.Like => Like,
        _ => 0,
    };
}
