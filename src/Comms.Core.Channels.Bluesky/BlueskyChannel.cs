using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Comms.Core.Channels.Bluesky;

/// <summary>
/// Posts to a Bluesky account. Each delivery is written under a name of its own, with <c>swapRecord: null</c> and the same
/// bytes: written twice it stands once, and another post never takes its place. Thread-safe.
/// </summary>
/// <remarks>Source: the lexicons com.atproto.repo.putRecord, app.bsky.feed.post and app.bsky.feed.repost, read on 2026-11-27; tried on a PDS 0.5.35.</remarks>
public sealed class BlueskyChannel : IChannel, IReadBack, IReplies, IReshares, IDisposable
{
    internal const string Collection = "app.bsky.feed.post";
    internal const string Reposts = "app.bsky.feed.repost";

    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly BlueskyApi _api;

    /// <summary>A channel to one account.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">The server, the account, and where its password is.</param>
    /// <param name="credentials">Where the password is asked for.</param>
    /// <param name="clock">For rate limits and dated rules; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public BlueskyChannel(string id, BlueskyOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        _clock = clock ?? TimeProvider.System;
        _api = new BlueskyApi(options, credentials, _http, _clock);
        Account = new ChannelAccount { Id = id, Channel = "bluesky", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <summary>False: an answer names the post above it, and its author is told of it.</summary>
    public bool NamesWhoIsAnswered => false;

    /// <summary>True: a post shows what it quotes below its words.</summary>
    public bool Quotes => true;

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel)
    {
        var usual = Platform.TraitsOf("bluesky", _clock.GetUtcNow());
        return ValueTask.FromResult(usual with { Version = usual.Version + "/cards", Idempotency = IdempotencyClass.CreateOnly, Cards = true });
    }

    /// <summary>Uploads the pictures, which nobody sees without the post, and freezes the record.</summary>
    /// <inheritdoc />
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        var composer = new PostComposer(_api);
        return new PreparedPost
        {
            Bytes = rendition is { Original: { } original, Text.Length: 0 }
                ? JsonSerializer.SerializeToUtf8Bytes(await composer.RepostAsync(original, context, cancel).ConfigureAwait(false), BlueskyJson.Default.PutRepost)
                : JsonSerializer.SerializeToUtf8Bytes(await composer.ComposeAsync(rendition, context, cancel).ConfigureAwait(false), BlueskyJson.Default.PutRecord),
        };
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        Session session;
        try
        {
            session = await _api.SessionAsync(ended: null, cancel).ConfigureAwait(false);
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message, fault.RetryAfter);
        }

        try
        {
            using var answer = await _api.SendAsync(() => Put(post.Bytes), cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? new SendOutcome.Accepted(PostReceipt.Of(await _api.ReadAsync(answer, BlueskyJson.Default.WrittenRecord, cancel).ConfigureAwait(false), session.Handle))
                {
                    AccountRests = ChannelHttp.AccountRests(answer, _clock.GetUtcNow()),
                }
                : await RefusalAsync(answer, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
        {
            return new SendOutcome.NotSent($"{_api.Host}: {fault.Message}");
        }
    }

    /// <inheritdoc />
    public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var sent = JsonSerializer.Deserialize(attempt.Bytes.Span, BlueskyJson.Default.PutName)!;
        var session = await _api.SessionAsync(ended: null, cancel).ConfigureAwait(false);
        var query = $"com.atproto.repo.getRecord?repo={WebUtility.UrlEncode(sent.Repo)}&collection={sent.Collection}&rkey={sent.Rkey}";
        return await _api.GetAsync(query, "RecordNotFound", BlueskyJson.Default.WrittenRecord, cancel).ConfigureAwait(false) is { } record
            ? new ReadBack.Found(PostReceipt.Of(record, session.Handle))
            : new ReadBack.Absent();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _api.Dispose();
        _http.Dispose();
    }

    private HttpRequestMessage Put(ReadOnlyMemory<byte> bytes)
    {
        var request = _api.Request(HttpMethod.Post, "com.atproto.repo.putRecord");
        request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    private async ValueTask<SendOutcome> RefusalAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var error = await BlueskyApi.ErrorAsync(answer, cancel).ConfigureAwait(false);
        return error.Error == "InvalidSwap"
            ? new SendOutcome.Rejected("another post stands under this key")
            : ChannelHttp.Refusal(answer, error.Message ?? error.Error, _clock.GetUtcNow()) ?? throw _api.Fault(answer, "com.atproto.repo.putRecord");
    }
}
