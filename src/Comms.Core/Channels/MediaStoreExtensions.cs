using Comms.Core.Ledger;

namespace Comms.Core.Channels;

/// <summary>What adapters that send pictures and files whole have in common.</summary>
public static class MediaStoreExtensions
{
    /// <summary>The bytes of a picture or file of a post.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="media">The picture or file.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="ChannelException">They are not there; the message names the content.</exception>
    public static async ValueTask<byte[]> ReadAsync(this IMediaStore store, MediaRef media, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(media);
        var stored = await store.OpenAsync(media.Sha256, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"the {(media.Type.StartsWith("image/", StringComparison.Ordinal) ? "picture" : "file")} {media.Sha256} is not in the media store");
        await using (stored.ConfigureAwait(false))
        {
            using var all = new MemoryStream();
            await stored.CopyToAsync(all, cancel).ConfigureAwait(false);
            return all.ToArray();
        }
    }
}
