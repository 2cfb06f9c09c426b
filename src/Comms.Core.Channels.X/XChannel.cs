using System.Text.Json;

namespace Comms.Core.Channels.X;

/// <summary>
/// Posts to an account of X. X knows no key: what is in doubt is looked for among the account's own posts, and sent again only by a
/// person. That X refuses the same words is evidence that they stand, and no proof: what stands is looked up. Thread-safe.
/// </summary>
/// <remarks>
/// Source: https://docs.x.com/x-api/posts/manage-tweets and the API description 2.167, of 2026-08-22, read on 2026-12-01. Never run
/// against X itself. Self-serve customers may answer only those who named or quoted them; others are refused with X's words.
/// </remarks>
public sealed class XChannel : IChannel, IReadBack, IReplies, IReshares, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly XApi _api;

    /// <summary>A channel to one account.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">The app, and where the account's tokens are.</param>
    /// <param name="credentials">Where tokens are asked for and, when it is an <see cref="ICredentialStore"/>, kept when they are renewed.</param>
    /// <param name="clock">For rate limits and the ends of tokens; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public XChannel(string id, XOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        _clock = clock ?? TimeProvider.System;
        _api = new XApi(options, credentials, _http, _clock);
        Account = new ChannelAccount { Id = id, Channel = "x", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <summary>False: X tells whoever is answered.</summary>
    public bool NamesWhoIsAnswered => false;

    /// <summary>True.</summary>
    public bool Quotes => true;

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(Platform.TraitsOf("x", _clock.GetUtcNow()));

    /// <summary>Uploads the pictures, which nobody sees without the post, and freezes the post.</summary>
    /// <inheritdoc />
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        var ids = context.Checkpoint is { } left
            ? left.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : await new PictureUpload(_api, _clock).UploadAsync(rendition.Media, context.Media, cancel).ConfigureAwait(false);
        var reposts = rendition is { Original: not null, Text.Length: 0 };
        var answers = context.Parents is [.., var parent] ? parent.Id : rendition.InReplyTo;
        var post = new NewPost(reposts ? null : rendition.Text)
        {
            Media = ids.Length > 0 ? new NewMedia(ids) : null,
            Reply = answers is null ? null : new NewReply(answers),
            QuoteTweetId = reposts ? null : rendition.Original,
            CommsReposts = reposts ? rendition.Original : null,
        };
        return new PreparedPost
        {
            Bytes = JsonSerializer.SerializeToUtf8Bytes(post, XJson.Default.NewPost),
            Checkpoint = ids.Length > 0 ? string.Join(' ', ids) : null,
        };
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(context);
        var sent = JsonSerializer.Deserialize(post.Bytes.Span, XJson.Default.NewPost)!;
        string path;
        try
        {
            await _api.SignInAsync(cancel).ConfigureAwait(false);
            path = sent.CommsReposts is null ? "2/tweets" : $"2/users/{(await _api.MeAsync(cancel).ConfigureAwait(false)).Id}/retweets";
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message, fault.RetryAfter);
        }

        var bytes = sent.CommsReposts is { } original ? JsonSerializer.SerializeToUtf8Bytes(new NewRepost(original), XJson.Default.NewRepost) : post.Bytes;
        try
        {
            using var answer = await _api.SendAsync(() => _api.Request(path, bytes), cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? new SendOutcome.Accepted(await MadeAsync(answer, sent, cancel).ConfigureAwait(false)) { AccountRests = XRefusal.Rests(answer, _clock.GetUtcNow()) }
                : await RefusalAsync(answer, path, sent, context, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
        {
            return new SendOutcome.NotSent($"{_api.Host}: {fault.Message}");
        }
    }

    /// <summary>Looks through the account's own posts, back to the first instant at which this one can have come to stand.</summary>
    /// <inheritdoc />
    public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var sent = JsonSerializer.Deserialize(attempt.Bytes.Span, XJson.Default.NewPost)!;
        return await StandingAsync(sent, attempt.LookFrom, cancel).ConfigureAwait(false) is { } post
            ? new ReadBack.Found(ReceiptOf(sent.CommsReposts ?? post.Id))
            : new ReadBack.Absent();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    private async ValueTask<Receipt> MadeAsync(HttpResponseMessage answer, NewPost sent, CancellationToken cancel)
    {
        if (sent.CommsReposts is { } original)
        {
            return (await _api.ReadAsync(answer, XJson.Default.AnswerReposted, cancel).ConfigureAwait(false)).Data is { Retweeted: true }
                ? ReceiptOf(original)
                : throw new ChannelException($"{_api.Host}: it does not say that the post was passed on");
        }

        return (await _api.ReadAsync(answer, XJson.Default.AnswerPost, cancel).ConfigureAwait(false)).Data is { } post
            ? ReceiptOf(post.Id)
            : throw new ChannelException($"{_api.Host}: it does not say which post was made");
    }

    /// <exception cref="ChannelException">Nobody can tell.</exception>
    private async ValueTask<SendOutcome> RefusalAsync(HttpResponseMessage answer, string path, NewPost sent, SendContext context, CancellationToken cancel)
    {
        var problem = await _api.ProblemAsync(answer, cancel).ConfigureAwait(false);
        if (!XRefusal.IsDuplicate(answer, problem))
        {
            return XRefusal.Of(answer, problem, _clock.GetUtcNow()) ?? throw _api.Fault(answer, path);
        }

        var standing = await StandingAsync(sent, SameWords.LookFrom(context), cancel).ConfigureAwait(false);
        return SameWords.Judge("X", standing is null ? null : ReceiptOf(standing.Id), standing?.CreatedAt, context);
    }

    private async ValueTask<Post?> StandingAsync(NewPost sent, DateTimeOffset from, CancellationToken cancel)
    {
        await foreach (var post in OwnPosts.ReadAsync(_api, from, cancel).ConfigureAwait(false))
        {
            if (sent.CommsReposts is { } original ? post.To("retweeted") == original : PostWords.Same(post, sent))
            {
                return post;
            }
        }

        return null;
    }

    private static Receipt ReceiptOf(string post) => new(post, "https://x.com/i/web/status/" + post);
}
