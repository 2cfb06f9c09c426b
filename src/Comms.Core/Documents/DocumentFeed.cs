namespace Comms.Core.Documents;

/// <summary>Documents as the items of one feed, in the order in which they are given. Immutable when its list is.</summary>
public sealed record DocumentFeed
{
    /// <summary>What the feed is called.</summary>
    public required string Title { get; init; }

    /// <summary>What stands in it; may be none.</summary>
    public required IReadOnlyList<DocumentFeedItem> Items { get; init; }

    /// <summary>Where people read the same on a page; null when nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>Where the feed itself stands, so that a reader knows it again; null when not known.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>Who publishes it; null for the title.</summary>
    public string? Publisher { get; init; }

    /// <summary>The language as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>One item of a feed.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Id">A name that stays while its words may change; null for the document's address, or a name made from what it says.</param>
public sealed record DocumentFeedItem(Document Document, string? Id = null);
