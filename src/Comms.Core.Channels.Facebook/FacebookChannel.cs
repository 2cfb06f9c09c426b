using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels.Facebook;

/// <summary>
/// Posts to a Facebook Page. Facebook knows no key: what is in doubt is looked for among what the Page has published, and sent again
/// only by a person. That Facebook refuses the same words is evidence that they stand, and no proof: what stands is looked up. Thread-safe.
/// </summary>
/// <remarks>Source: https://developers.facebook.com/docs/pages-api/posts and the vendor's API description of 2026-04-15, read on 2026-12-01. Never run against Facebook itself.</remarks>
public sealed class FacebookChannel : IChannel, IReadBack, IReplies, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly FacebookApi _api;

    /// <summary>A channel to one Page.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">The Page, and where its token is.</param>
    /// <param name="credentials">Where tokens are asked for and, when it is an <see cref="ICredentialStore"/>, kept when they are exchanged.</param>
    /// <param name="clock">For rate limits and the ends of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine; or the Page's id is none.</exception>
    public FacebookChannel(string id, FacebookOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        FacebookPage.Check(options);
        _clock = clock ?? TimeProvider.System;
        _api = new FacebookApi(options, credentials, _http, _clock);
        Account = new ChannelAccount { Id = id, Channel = "facebook", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <summary>False: Facebook tells whoever is answered.</summary>
    public bool NamesWhoIsAnswered => false;

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(Platform.TraitsOf("facebook", _clock.GetUtcNow()));

    /// <summary>Uploads the pictures, which nobody sees without the post, and freezes the post.</summary>
    /// <inheritdoc />
    /// <exception cref="ChannelException">A picture was not taken, or an answer has more than the one that Facebook shows.</exception>
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        if (rendition is { InReplyTo: not null, Media.Count: > 1 })
        {
            throw new ChannelException("An answer on Facebook shows one picture; it has more.");
        }

        var ids = context.Checkpoint is { } left
            ? left.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : await new PictureUpload(_api).UploadAsync(rendition.Media, context.Media, cancel).ConfigureAwait(false);
        return new PreparedPost
        {
            Bytes = JsonSerializer.SerializeToUtf8Bytes(new FrozenPost(rendition.Text, ids, rendition.InReplyTo), FacebookJson.Default.FrozenPost),
            Checkpoint = ids.Length > 0 ? string.Join(' ', ids) : null,
        };
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(context);
        var sent = JsonSerializer.Deserialize(post.Bytes.Span, FacebookJson.Default.FrozenPost)!;
        try
        {
            await _api.SignInAsync(cancel).ConfigureAwait(false);
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message, fault.RetryAfter);
        }

        var path = sent.Answers is { } answered ? Uri.EscapeDataString(answered) + "/comments" : _api.Page + "/feed";
        try
        {
            using var reply = await _api.SendAsync(HttpMethod.Post, path, () => Body(sent), cancel).ConfigureAwait(false);
            return reply.Error is { } error
                ? await RefusalAsync(reply, error, path, sent, context, cancel).ConfigureAwait(false)
                : new SendOutcome.Accepted(ReceiptOf(_api.Read(reply, FacebookJson.Default.Made).Id)) { AccountRests = FacebookRefusal.Rests(reply.Answer) };
        }
        catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
        {
            return new SendOutcome.NotSent($"{_api.Host}: {fault.Message}");
        }
    }

    /// <summary>Looks through what the Page has published, back to the first instant at which this can have come to stand.</summary>
    /// <inheritdoc />
    public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var sent = JsonSerializer.Deserialize(attempt.Bytes.Span, FacebookJson.Default.FrozenPost)!;
        return await StandingAsync(sent, attempt.LookFrom, cancel).ConfigureAwait(false) is { } post
            ? new ReadBack.Found(ReceiptOf(post.Id))
            : new ReadBack.Absent();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    /// <exception cref="ChannelException">Nobody can tell.</exception>
    private async ValueTask<SendOutcome> RefusalAsync(Reply reply, GraphError error, string path, FrozenPost sent, SendContext context, CancellationToken cancel)
    {
        if (!FacebookRefusal.IsDuplicate(error))
        {
            return FacebookRefusal.Of(reply.Answer, error, _clock.GetUtcNow()) ?? throw _api.Fault(reply, path);
        }

        var standing = await StandingAsync(sent, SameWords.LookFrom(context), cancel).ConfigureAwait(false);
        return SameWords.Judge("Facebook", standing is null ? null : ReceiptOf(standing.Id), GraphTime.Read(standing?.CreatedTime), context);
    }

    private async ValueTask<Entry?> StandingAsync(FrozenPost sent, DateTimeOffset from, CancellationToken cancel)
    {
        var published = sent.Answers is { } answered ? OwnPosts.AnswersAsync(_api, answered, cancel) : OwnPosts.PostsAsync(_api, from, cancel);
        await foreach (var post in published.ConfigureAwait(false))
        {
            if (GraphTime.Read(post.CreatedTime) >= from && Bare(post.Message ?? "").Equals(Bare(sent.Message), StringComparison.Ordinal))
            {
                return post;
            }
        }

        return null;
    }

    private static ByteArrayContent Body(FrozenPost sent) => sent.Answers is null
        ? Json(new NewPost(sent.Message, sent.Pictures.Count > 0 ? [.. sent.Pictures.Select(id => new AttachedMedia(id))] : null), FacebookJson.Default.NewPost)
        : Json(new NewComment(sent.Message, sent.Pictures is [var picture, ..] ? picture : null), FacebookJson.Default.NewComment);

    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    /// <summary>Facebook may trim and join white space.</summary>
    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Normalize();

    private static Receipt ReceiptOf(string post) => new(post, "https://www.facebook.com/" + post);
}
