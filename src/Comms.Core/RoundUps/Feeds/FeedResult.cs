namespace Comms.Core.RoundUps.Feeds;

/// <summary>What came of a decision.</summary>
public abstract record FeedResult
{
    private FeedResult()
    {
    }

    /// <summary>It is kept, and in the audit.</summary>
    /// <param name="Entry">The message as it now stands.</param>
    public sealed record Decided(FeedEntry Entry) : FeedResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reasons">Why, in words; never empty.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : FeedResult;
}
