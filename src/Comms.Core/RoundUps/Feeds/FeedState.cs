namespace Comms.Core.RoundUps.Feeds;

/// <summary>Where a message stands on its way into the feed. Whatever nobody has decided is pending, and is not shown.</summary>
public enum FeedState
{
    /// <summary>Nobody has decided, or its words have changed since, or a second person must agree.</summary>
    Pending,

    /// <summary>A person wants to look again; not shown.</summary>
    Held,

    /// <summary>Shown.</summary>
    Approved,

    /// <summary>Not shown, for good.</summary>
    Rejected,

    /// <summary>Taken out by a person, or deleted at its source: not shown, for good.</summary>
    Withdrawn,
}
