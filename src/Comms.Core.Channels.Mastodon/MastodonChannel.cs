using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Comms.Core.Channels.Html;

namespace Comms.Core.Channels.Mastodon;

/// <summary>
/// Posts to an account of a Mastodon server with the delivery's key as Idempotency-Key, and looks among the account's
/// own posts for one whose fate is unknown. What it passes on it boosts, which done twice stands once. It never uses the server's own scheduler, which loses posts. Thread-safe.
/// </summary>
/// <remarks>Source: https://docs.joinmastodon.org/methods/statuses/ and /methods/media/, read on 2026-11-27.</remarks>
public sealed class MastodonChannel : IChannel, IReadBack, IReplies, IReshares, IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MastodonOptions _options;
    private readonly ICredentialSource _credentials;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();
    private readonly MastodonApi _api;
    private readonly MediaUpload _media;
    private (DateTimeOffset At, ChannelTraits Traits)? _traits;

    /// <summary>A channel to one account.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">The server and where its token is.</param>
    /// <param name="credentials">Where tokens are asked for when the channel describes itself or is read back.</param>
    /// <param name="clock">For rate limits, and for how long the server's limits are remembered; null for the system's.</param>
    /// <exception cref="ArgumentException">The address is none, or plain http to another machine.</exception>
    public MastodonChannel(string id, MastodonOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        (_options, _credentials, _clock) = (options, credentials, clock ?? TimeProvider.System);
        _api = new MastodonApi(options, credentials, _http);
        _media = new MediaUpload(_clock);
        Account = new ChannelAccount { Id = id, Channel = "mastodon", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <summary>True: who is not named in a status is not told of it.</summary>
    public bool NamesWhoIsAnswered => true;

    /// <summary>False: few servers know quotes, and those ask the author.</summary>
    public bool Quotes => false;

    /// <summary>What the server says of itself in its instance document, remembered for ten minutes.</summary>
    /// <inheritdoc />
    public async ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        if (_traits is { } known && now - known.At < Remembered)
        {
            return known.Traits;
        }

        var instance = await _api.GetAsync("api/v2/instance", MastodonJson.Default.Instance, cancel).ConfigureAwait(false)
            ?? await _api.GetAsync("api/v1/instance", MastodonJson.Default.Instance, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{_api.Server.Host}: it does not say what it takes");
        var traits = MastodonTraits.Of(instance, now);
        _traits = (now, traits);
        return traits;
    }

    /// <summary>Uploads the pictures, which nobody sees without the post, and freezes the post.</summary>
    /// <inheritdoc />
    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        var api = new MastodonApi(_options, context.Credentials, _http);
        var ids = context.Checkpoint is { } left
            ? left.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : await _media.UploadAsync(api, rendition.Media, context.Media, cancel).ConfigureAwait(false);
        var status = new NewStatus(rendition.Text, ids, _options.Visibility, rendition.Language, context.Parents is [.., var parent] ? parent.Id : rendition.InReplyTo)
        {
            Boosts = rendition.Original,
            SpoilerText = rendition.Warning,
        };
        return new PreparedPost
        {
            Bytes = JsonSerializer.SerializeToUtf8Bytes(status, MastodonJson.Default.NewStatus),
            Checkpoint = ids.Length > 0 ? string.Join(' ', ids) : null,
        };
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(context);
        var api = new MastodonApi(_options, context.Credentials, _http);
        var sent = JsonSerializer.Deserialize(post.Bytes.Span, MastodonJson.Default.NewStatus)!;
        HttpRequestMessage request;
        try
        {
            request = await api.RequestAsync(HttpMethod.Post, sent.Boosts is { } boosts ? Boosting(boosts) : "api/v1/statuses", cancel).ConfigureAwait(false);
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message);
        }

        using (request)
        {
            request.Headers.Add("Idempotency-Key", key.Value);
            var bytes = sent.Boosts is null ? post.Bytes : JsonSerializer.SerializeToUtf8Bytes(new NewBoost(_options.Visibility), MastodonJson.Default.NewBoost);
            request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            return await SendAsync(api, request, sent, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Looks through the account's own posts, back to the first instant at which this one can have come to stand.</summary>
    /// <inheritdoc />
    public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var sent = JsonSerializer.Deserialize(attempt.Bytes.Span, MastodonJson.Default.NewStatus)!;
        if (sent.Boosts is { } boosted)
        {
            var original = await _api.GetAsync($"api/v1/statuses/{WebUtility.UrlEncode(boosted)}", MastodonJson.Default.Status, cancel).ConfigureAwait(false);
            return original is { Reblogged: true } ? new ReadBack.Found(ReceiptOf(original)) : new ReadBack.Absent();
        }

        var me = await _api.GetAsync("api/v1/accounts/verify_credentials", MastodonJson.Default.Account, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{_api.Server.Host}: it does not know the account");
        await foreach (var status in OwnPosts.ReadAsync(_api, me.Id, attempt.LookFrom, cancel).ConfigureAwait(false))
        {
            if (status.InReplyToId == sent.InReplyToId && StatusText.Same(HtmlWords.Of(status.Content), sent.Status))
            {
                return new ReadBack.Found(ReceiptOf(status));
            }
        }

        return new ReadBack.Absent();
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async ValueTask<SendOutcome> SendAsync(MastodonApi api, HttpRequestMessage request, NewStatus sent, CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                return ChannelHttp.Refusal(answer, said: null, _clock.GetUtcNow()) ?? throw api.Fault(answer, "api/v1/statuses");
            }

            var status = await api.ReadAsync(answer, MastodonJson.Default.Status, cancel).ConfigureAwait(false);
            return await IsOursAsync(api, status, sent, cancel).ConfigureAwait(false)
                ? new SendOutcome.Accepted(ReceiptOf(status)) { AccountRests = ChannelHttp.AccountRests(answer, _clock.GetUtcNow()) }
                : new SendOutcome.Rejected("another post stands under this key");
        }
        catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
        {
            return new SendOutcome.NotSent($"{api.Server.Host}: {fault.Message}");
        }
    }

    /// <summary>
    /// A key that was used before brings back the post that it made then. Where what stands does not look like ours, the
    /// server is asked for its source, since its HTML may differ from what was written.
    /// </summary>
    private static async ValueTask<bool> IsOursAsync(MastodonApi api, Status status, NewStatus sent, CancellationToken cancel)
    {
        if (sent.Boosts is { } boosted)
        {
            return status.Reblog?.Id == boosted || status.Id == boosted;
        }

        if (StatusText.Same(HtmlWords.Of(status.Content), sent.Status))
        {
            return true;
        }

        try
        {
            var source = await api.GetAsync($"api/v1/statuses/{WebUtility.UrlEncode(status.Id)}/source", MastodonJson.Default.StatusSource, cancel).ConfigureAwait(false);
            return source?.Text is not { } text || StatusText.Same(text, sent.Status);
        }
        catch (ChannelException)
        {
            // The post stands: that its source cannot be read is no reason to doubt it.
            return true;
        }
    }

    private static string Boosting(string status) => $"api/v1/statuses/{WebUtility.UrlEncode(status)}/reblog";

    private static Receipt ReceiptOf(Status status) => new(status.Id, status.Url ?? status.Uri);
}
