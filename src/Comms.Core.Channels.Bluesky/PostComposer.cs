using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Comms.Core.Channels.Bluesky;

/// <summary>Makes the record of a rendition: facets with offsets in bytes, uploaded pictures, a link's card, the thread above it, what it quotes; or a repost.</summary>
internal sealed class PostComposer(BlueskyApi api)
{
    /// <exception cref="ChannelException">A picture could not be uploaded, or the server not asked; nothing was published.</exception>
    public async ValueTask<PutRecord> ComposeAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        var session = await api.SessionAsync(ended: null, cancel).ConfigureAwait(false);
        var images = new List<ImageRef>(rendition.Media.Count);
        foreach (var picture in rendition.Media)
        {
            images.Add(await UploadAsync(picture, context, cancel).ConfigureAwait(false));
        }

        var quoted = rendition is { Original: { } original, Part: 0 } ? await QuotedAsync(original, cancel).ConfigureAwait(false) : null;
        var facets = await FacetsAsync(rendition, cancel).ConfigureAwait(false);
        return new PutRecord(session.Did, BlueskyChannel.Collection, RecordKey.Of(context.Key, context.CreatedAt), new PostRecord(rendition.Text, Written(context), [rendition.Language])
        {
            Facets = facets.Count > 0 ? facets : null,
            Embed = EmbedOf(images, rendition.Card, quoted),
            Reply = await AboveAsync(rendition, context, cancel).ConfigureAwait(false),
        });
    }

    /// <summary>A post of another account, shown as it stands.</summary>
    /// <exception cref="ChannelException">It is not there any more, or the server cannot be asked; nothing was published.</exception>
    public async ValueTask<PutRepost> RepostAsync(string original, SendContext context, CancellationToken cancel)
    {
        var session = await api.SessionAsync(ended: null, cancel).ConfigureAwait(false);
        var subject = await QuotedAsync(original, cancel).ConfigureAwait(false);
        return new PutRepost(session.Did, BlueskyChannel.Reposts, RecordKey.Of(context.Key, context.CreatedAt), new RepostRecord(subject, Written(context)));
    }

    private async ValueTask<StrongRef> QuotedAsync(string uri, CancellationToken cancel)
    {
        var post = await ReadAsync(uri, "what it passes on", cancel).ConfigureAwait(false);
        return new StrongRef(post.Uri, post.Cid);
    }

    private static string Written(SendContext context) => context.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static Embed? EmbedOf(List<ImageRef> images, LinkCard? card, StrongRef? quoted)
    {
        const string Quote = "app.bsky.embed.record";
        var own = images.Count > 0 ? new Embed("app.bsky.embed.images") { Images = images }
            : card is not null ? new Embed("app.bsky.embed.external") { External = new ExternalPage(card.Url, card.Title, card.Description) }
            : null;
        return quoted is null ? own
            : own is null ? new Embed(Quote) { Record = new QuotedRecord { Uri = quoted.Uri, Cid = quoted.Cid } }
            : new Embed("app.bsky.embed.recordWithMedia") { Record = new QuotedRecord { Type = Quote, Record = quoted }, Media = own };
    }

    /// <summary>What it stands under: an earlier part of its thread, the post that it answers, or nothing. The root is where the whole conversation began.</summary>
    private async ValueTask<ReplyRef?> AboveAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        var earlier = context.Parents.Select(PostReceipt.Reference).ToArray();
        if (rendition.InReplyTo is not { } answered)
        {
            return earlier.Length > 0 ? new ReplyRef(earlier[0], earlier[^1]) : null;
        }

        var post = await ReadAsync(answered, "what it answers", cancel).ConfigureAwait(false);
        var parent = new StrongRef(post.Uri, post.Cid);
        return new ReplyRef(post.Value?.Reply?.Root ?? parent, earlier.Length > 0 ? earlier[^1] : parent);
    }

    private async ValueTask<ReadRecord> ReadAsync(string uri, string what, CancellationToken cancel)
    {
        const string Scheme = "at://";
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal) || uri[Scheme.Length..].Split('/') is not [var repo, var collection, var key])
        {
            throw new ChannelException($"{api.Host}: {what} is no post of Bluesky");
        }

        return await api.GetAsync(
            $"com.atproto.repo.getRecord?repo={WebUtility.UrlEncode(repo)}&collection={WebUtility.UrlEncode(collection)}&rkey={WebUtility.UrlEncode(key)}",
            "RecordNotFound", BlueskyJson.Default.ReadRecord, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{api.Host}: {what} is not there any more");
    }

    private async ValueTask<List<RichTextFacet>> FacetsAsync(Rendition rendition, CancellationToken cancel)
    {
        var facets = new List<RichTextFacet>();
        foreach (var facet in rendition.Facets)
        {
            if (await FeatureAsync(facet, cancel).ConfigureAwait(false) is { } feature)
            {
                var start = Encoding.UTF8.GetByteCount(rendition.Text.AsSpan(0, facet.Start));
                var length = Encoding.UTF8.GetByteCount(rendition.Text.AsSpan(facet.Start, facet.Length));
                facets.Add(new RichTextFacet(new ByteSlice(start, start + length), [feature]));
            }
        }

        return facets;
    }

    /// <summary>A mention of nobody stays plain words.</summary>
    private async ValueTask<FacetFeature?> FeatureAsync(Facet facet, CancellationToken cancel) => facet.Kind switch
    {
        FacetKind.Link => new FacetFeature("app.bsky.richtext.facet#link") { Uri = facet.Target },
        FacetKind.Hashtag => new FacetFeature("app.bsky.richtext.facet#tag") { Tag = facet.Target },
        _ when !facet.Target.Contains('.', StringComparison.Ordinal) || facet.Target.Contains('@', StringComparison.Ordinal) => null,
        _ => await api.GetAsync(
            $"com.atproto.identity.resolveHandle?handle={WebUtility.UrlEncode(facet.Target)}", "InvalidRequest", BlueskyJson.Default.ResolvedHandle, cancel).ConfigureAwait(false) is { } found
            ? new FacetFeature("app.bsky.richtext.facet#mention") { Did = found.Did }
            : null,
    };

    private async ValueTask<ImageRef> UploadAsync(MediaRef picture, SendContext context, CancellationToken cancel)
    {
        var bytes = await context.Media.ReadAsync(picture, cancel).ConfigureAwait(false);
        try
        {
            using var answer = await api.SendAsync(() => Upload(bytes, picture.Type), cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? new ImageRef((await api.ReadAsync(answer, BlueskyJson.Default.UploadedBlob, cancel).ConfigureAwait(false)).Blob, picture.Alt)
                : throw api.Fault(answer, "com.atproto.repo.uploadBlob");
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{api.Host}: {fault.Message}", fault);
        }
    }

    private HttpRequestMessage Upload(byte[] bytes, string type)
    {
        var request = api.Request(HttpMethod.Post, "com.atproto.repo.uploadBlob");
        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return request;
    }
}
