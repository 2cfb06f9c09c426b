namespace Comms.Core.RoundUps.Feeds;

/// <summary>What a moderator says of a message.</summary>
public enum FeedVerdict
{
    /// <summary>It may be shown.</summary>
    Approve,

    /// <summary>Not yet: someone is to look again.</summary>
    Hold,

    /// <summary>It is not for the feed.</summary>
    Reject,

    /// <summary>It is taken out for good.</summary>
    Withdraw,
}
