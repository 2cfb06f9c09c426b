using System.Globalization;
using System.Net.Http.Headers;

namespace Comms.Core.Channels.WordPress;

/// <summary>Uploads pictures under names made of the delivery's key, so that a repeat finds what is there, and sets their descriptions.</summary>
internal sealed class PictureUpload(WordPressApi api)
{
    /// <exception cref="ChannelException">A picture was not taken; nothing was published.</exception>
    public async ValueTask<IReadOnlyList<(StoredMedia Stored, string Alt)>> UploadAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        var stored = new List<(StoredMedia, string)>(rendition.Media.Count);
        for (var at = 0; at < rendition.Media.Count; at++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"comms-{context.Key.Value[..16]}-{at}");
            stored.Add((await UploadAsync(rendition.Media[at], name, context, cancel).ConfigureAwait(false), rendition.Media[at].Alt));
        }

        return stored;
    }

    private async ValueTask<StoredMedia> UploadAsync(MediaRef picture, string name, SendContext context, CancellationToken cancel)
    {
        var known = await api.CallAsync(HttpMethod.Get, $"media?slug={name}", content: null, WordPressJson.Default.IReadOnlyListStoredMedia, cancel).ConfigureAwait(false);
        var stored = known is [var first, ..] ? first : await SendAsync(picture, name, context, cancel).ConfigureAwait(false);
        using var alt = WordPressApi.Json(new MediaFields(picture.Alt), WordPressJson.Default.MediaFields);
        return await api.CallAsync(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"media/{stored.Id}"), alt, WordPressJson.Default.StoredMedia, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{api.Host}: the picture is gone again");
    }

    private async ValueTask<StoredMedia> SendAsync(MediaRef picture, string name, SendContext context, CancellationToken cancel)
    {
        var bytes = await context.Media.OpenAsync(picture.Sha256, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"the picture {picture.Sha256} is not in the media store");
        await using (bytes.ConfigureAwait(false))
        {
            using var content = new StreamContent(bytes)
            {
                Headers =
                {
                    ContentType = new MediaTypeHeaderValue(picture.Type),
                    ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.{picture.Type.Split('/')[^1]}" },
                },
            };
            return await api.CallAsync(HttpMethod.Post, "media", content, WordPressJson.Default.StoredMedia, cancel).ConfigureAwait(false)
                ?? throw new ChannelException($"{api.Host}: it takes no pictures");
        }
    }
}
