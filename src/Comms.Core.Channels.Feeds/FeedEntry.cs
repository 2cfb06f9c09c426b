namespace Comms.Core.Channels.Feeds;

/// <summary>One entry, as far as it could be read: an item, or what is wrong with it.</summary>
internal abstract record FeedEntry
{
    private FeedEntry()
    {
    }

    public sealed record Item(string Id, string Title, string Words, DateTimeOffset? At, string? Author, string? Url) : FeedEntry;

    public sealed record Broken(string Where, string Reason, string Raw) : FeedEntry;
}
