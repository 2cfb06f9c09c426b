using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Channels.Fetching;

namespace Comms.Core.Channels.Feeds;

/// <summary>
/// How far a feed was read: after which item, while a look goes on; and when it went to its end, what the feed was then, so
/// that the same feed is not read again, and one that changed is read whole, for what was changed in it.
/// </summary>
internal sealed record FeedCursor(string? After = null, string? ETag = null, DateTimeOffset? LastModified = null, string? Sha256 = null)
{
    public Validators Validators => new(ETag, LastModified);

    public static FeedCursor Parse(SourceCursor cursor)
    {
        try
        {
            return cursor.Value.Length == 0 ? new FeedCursor() : JsonSerializer.Deserialize(cursor.Value, FeedJson.Default.FeedCursor) ?? new FeedCursor();
        }
        catch (JsonException)
        {
            // A cursor of another version: read again, the ledger knows what it has.
            return new FeedCursor();
        }
    }

    public static FeedCursor EndOf(Fetched.Page page) =>
        new(null, page.Validators.ETag, page.Validators.LastModified, Convert.ToHexStringLower(SHA256.HashData(page.Bytes.Span)));

    public SourceCursor ToSource() => new(JsonSerializer.Serialize(this, FeedJson.Default.FeedCursor));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedCursor))]
internal sealed partial class FeedJson : JsonSerializerContext;
