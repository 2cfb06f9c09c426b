using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>A feed with its items, as each form of feed tells it.</summary>
/// <param name="Id">A name that stays while the feed does.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Language">As a BCP 47 tag.</param>
/// <param name="Url">The page with the same; null when not known.</param>
/// <param name="Self">Where the feed stands; null when not known.</param>
/// <param name="Items">In their order.</param>
internal sealed record FeedChannel(
    string Id, string Title, string Author, string Language, string? Url, string? Self, IReadOnlyList<FeedItem> Items)
{
    /// <summary>When something in it last changed; null when no item tells.</summary>
    public DateTimeOffset? At => Items.Max(item => item.At);

    /// <summary>A document alone is a feed of one item.</summary>
    public static FeedChannel Of(Document document)
    {
        var item = FeedItem.Of(document);
        return new FeedChannel(item.Url is null ? item.Id : item.Id + "#feed", item.Feed, item.Author, item.Language, item.Url, Self: null, [item]);
    }

    public static FeedChannel Of(DocumentFeed feed)
    {
        var (title, url, self) = (FeedItem.Words(feed.Title), Address(feed.Url), Address(feed.FeedUrl));
        return new FeedChannel(
            self ?? (url is null ? FeedItem.Named(SHA256.HashData(Encoding.UTF8.GetBytes(title))) : url + "#feed"),
            title,
            feed.Publisher is { } publisher ? FeedItem.Words(publisher) : title,
            LanguageTag.Checked(feed.Language),
            url,
            self,
            [.. feed.Items.Select(item => item.Id is { } id ? FeedItem.Of(item.Document) with { Id = FeedItem.Words(id) } : FeedItem.Of(item.Document))]);
    }

    private static string? Address(string? url) => WebAddress.CanLink(url) ? url : null;
}
