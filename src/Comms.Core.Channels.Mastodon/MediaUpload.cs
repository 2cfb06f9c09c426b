using System.Net;
using Comms.Core.Ledger;

namespace Comms.Core.Channels.Mastodon;

/// <summary>Uploads pictures with their descriptions, and waits until the server has worked on them (202).</summary>
internal sealed class MediaUpload(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>The server's ids, in the order of the pictures.</returns>
    /// <exception cref="ChannelException">A picture was not taken; nothing was published.</exception>
    public async ValueTask<string[]> UploadAsync(MastodonApi api, IReadOnlyList<MediaRef> media, IMediaStore store, CancellationToken cancel)
    {
        var ids = new string[media.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = await UploadAsync(api, media[at], store, cancel).ConfigureAwait(false);
        }

        return ids;
    }

    private async ValueTask<string> UploadAsync(MastodonApi api, MediaRef picture, IMediaStore store, CancellationToken cancel)
    {
        var bytes = await store.ReadAsync(picture, cancel).ConfigureAwait(false);
        using var request = await api.RequestAsync(HttpMethod.Post, "api/v2/media", cancel).ConfigureAwait(false);
        request.Content = ChannelHttp.Form(("file", bytes, picture.Type), ("description", picture.Alt));
        using var answer = await api.AskAsync(request, cancel).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw api.Fault(answer, "api/v2/media");
        }

        var attachment = await api.ReadAsync(answer, MastodonJson.Default.Attachment, cancel).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Accepted)
        {
            await WaitAsync(api, attachment.Id, cancel).ConfigureAwait(false);
        }

        return attachment.Id;
    }

    /// <summary>206 until it is ready; the caller's time limit ends the wait.</summary>
    private async ValueTask WaitAsync(MastodonApi api, string id, CancellationToken cancel)
    {
        while (true)
        {
            using var request = await api.RequestAsync(HttpMethod.Get, $"api/v1/media/{WebUtility.UrlEncode(id)}", cancel).ConfigureAwait(false);
            using var answer = await api.AskAsync(request, cancel).ConfigureAwait(false);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK:
                    return;
                case HttpStatusCode.PartialContent:
                    await Task.Delay(Pause, clock, cancel).ConfigureAwait(false);
                    break;
                default:
                    throw api.Fault(answer, "api/v1/media");
            }
        }
    }
}
