using System.Net;
using System.Text.Json;
using Comms.Core.Ledger;

namespace Comms.Core.Channels.X;

/// <summary>Uploads pictures, waits until they are ready, and describes them. Nobody sees them without the post.</summary>
/// <remarks>Source: https://docs.x.com/x-api/media/introduction and the API description 2.167, of 2026-08-22, read on 2026-12-01.</remarks>
internal sealed class PictureUpload(XApi api, TimeProvider clock)
{
    private const string Path = "2/media/upload";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>X's ids, in the order of the pictures.</returns>
    /// <exception cref="ChannelException">A picture was not taken; nothing was published.</exception>
    public async ValueTask<string[]> UploadAsync(IReadOnlyList<MediaRef> media, IMediaStore store, CancellationToken cancel)
    {
        var ids = new string[media.Count];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = await UploadAsync(media[at], store, cancel).ConfigureAwait(false);
        }

        return ids;
    }

    private async ValueTask<string> UploadAsync(MediaRef picture, IMediaStore store, CancellationToken cancel)
    {
        var bytes = await store.ReadAsync(picture, cancel).ConfigureAwait(false);
        var made = await api.AskAsync(() => Form(picture, bytes), Path, XJson.Default.AnswerUploaded, cancel).ConfigureAwait(false);
        var uploaded = made?.Data ?? throw new ChannelException($"{api.Host}: the picture was not taken");
        await WaitAsync(uploaded, cancel).ConfigureAwait(false);
        if (picture.Alt.Length > 0)
        {
            var described = JsonSerializer.SerializeToUtf8Bytes(new NewMetadata(uploaded.Id, new Metadata(new AltText(picture.Alt))), XJson.Default.NewMetadata);
            _ = await api.AskAsync(() => api.Request("2/media/metadata", described), "2/media/metadata", XJson.Default.AnswerMetadataMade, cancel).ConfigureAwait(false)
                ?? throw new ChannelException($"{api.Host}: the picture could not be described");
        }

        return uploaded.Id;
    }

    private async ValueTask WaitAsync(Uploaded uploaded, CancellationToken cancel)
    {
        while (uploaded.ProcessingInfo is { } processing && processing.State != "succeeded")
        {
            if (processing.State == "failed")
            {
                throw new ChannelException($"{api.Host}: it could not work on the picture");
            }

            await Task.Delay(processing.CheckAfterSecs is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : Pause, clock, cancel).ConfigureAwait(false);
            var asked = await api.GetAsync($"{Path}?command=STATUS&media_id={WebUtility.UrlEncode(uploaded.Id)}", XJson.Default.AnswerUploaded, cancel).ConfigureAwait(false);
            uploaded = asked?.Data ?? throw new ChannelException($"{api.Host}: it knows no more of the picture");
        }
    }

    private HttpRequestMessage Form(MediaRef picture, byte[] bytes)
    {
        var request = api.Request(HttpMethod.Post, Path);
        request.Content = ChannelHttp.Form(("media", bytes, picture.Type), ("media_category", picture.Type == "image/gif" ? "tweet_gif" : "tweet_image"));
        return request;
    }
}
