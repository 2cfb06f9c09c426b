using System.Security.Cryptography;
using Comms.Core.Documents;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>
/// The feed as readers get it: approved messages alone, the latest first. Nothing else leaves a trace in it: not in its
/// number, its time or its hash.
/// </summary>
public sealed class FeedPage
{
    internal FeedPage(Document document, DocumentFeed feed)
    {
        Document = document;
        Feed = feed;
        Hash = Convert.ToHexStringLower(SHA256.HashData(DocumentRenderer.RenderUtf8(document, DocumentFormat.Json)));
    }

    /// <summary>All of it on one page; as a part of someone else's in the formats for WordPress.</summary>
    public Document Document { get; }

    /// <summary>The same as the items of a feed.</summary>
    public DocumentFeed Feed { get; }

    /// <summary>The SHA-256 of what is shown, in lower-case hexadecimal: for an ETag.</summary>
    public string Hash { get; }
}
