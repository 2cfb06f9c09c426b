using Comms.Core.Ledger;

namespace Comms.Core.Channels.Facebook;

/// <summary>Uploads pictures with their descriptions, unpublished: nobody sees them without the post.</summary>
/// <remarks>Source: https://developers.facebook.com/docs/graph-api/reference/page/photos and the vendor's API description of 2026-04-15, read on 2026-12-01.</remarks>
internal sealed class PictureUpload(FacebookApi api)
{
    /// <returns>Facebook's ids, in the order of the pictures.</returns>
    /// <exception cref="ChannelException">A picture was not taken; nothing was published.</exception>
    public async ValueTask<string[]> UploadAsync(IReadOnlyList<MediaRef> media, IMediaStore store, CancellationToken cancel)
    {
        var ids = new string[media.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            var bytes = await store.ReadAsync(media[at], cancel).ConfigureAwait(false);
            var picture = media[at];
            ids[at] = (await api.AskAsync(HttpMethod.Post, api.Page + "/photos", () => Form(picture, bytes), FacebookJson.Default.Made, cancel).ConfigureAwait(false)
                ?? throw new ChannelException($"{api.Host}: the picture was not taken")).Id;
        }

        return ids;
    }

    private static MultipartFormDataContent Form(MediaRef picture, byte[] bytes) => ChannelHttp.Form(
        ("source", bytes, picture.Type), [("published", "false"), ("temporary", "true"), .. picture.Alt.Length > 0 ? [("alt_text_custom", picture.Alt)] : Array.Empty<(string, string)>()]);
}
