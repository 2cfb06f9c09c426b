namespace Comms.Core.Channels.Bluesky;

/// <summary>A receipt names a post by its address and by the hash of its content, both of which an answer to it must name.</summary>
internal static class PostReceipt
{
    /// <summary>A repost has no page of its own: it stands on the profile.</summary>
    public static Receipt Of(WrittenRecord record, string handle) => new(
        $"{record.Uri} {record.Cid}",
        record.Uri.Contains($"/{BlueskyChannel.Reposts}/", StringComparison.Ordinal)
            ? $"https://bsky.app/profile/{handle}"
            : $"https://bsky.app/profile/{handle}/post/{record.Uri[(record.Uri.LastIndexOf('/') + 1)..]}");

    public static StrongRef Reference(Receipt receipt)
    {
        var space = receipt.Id.IndexOf(' ', StringComparison.Ordinal);
        return space > 0
            ? new StrongRef(receipt.Id[..space], receipt.Id[(space + 1)..])
            : throw new ChannelException("the receipt of the post above it is none of this channel");
    }
}
