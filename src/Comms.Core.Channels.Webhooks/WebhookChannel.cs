using System.Net.Http.Headers;

namespace Comms.Core.Channels.Webhooks;

/// <summary>Calls a webhook: Slack's, Teams', or one of your own. It cannot be asked what stands. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and
/// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors; never run against either vendor here.
/// </remarks>
public sealed class WebhookChannel : IChannel, IDisposable
{
    private readonly WebhookOptions _options;
    private readonly ICredentialSource _credentials;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = ChannelHttp.NewClient();

    /// <summary>A channel to one webhook.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="options">Who reads it, and where its secret is.</param>
    /// <param name="credentials">Where the secret is asked for.</param>
    /// <param name="clock">For the time of a signature and for rate limits; null for the system's.</param>
    /// <exception cref="ArgumentException">A signed webhook has no address, or another has one.</exception>
    public WebhookChannel(string id, WebhookOptions options, ICredentialSource credentials, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(credentials);
        if (options.Form == WebhookForm.Signed != options.Address is not null)
        {
            throw new ArgumentException("A signed webhook has an address; that of Slack or Teams is its secret.", nameof(options));
        }

        _ = options.Address is { } address ? ChannelHttp.Address(address) : null;
        (_options, _credentials, _clock) = (options, credentials, clock ?? TimeProvider.System);
        Account = new ChannelAccount { Id = id, Channel = "webhook", Address = options.Address, Credential = options.Credential };
    }

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel)
    {
        var platform = _options.Form switch { WebhookForm.Slack => "slack", WebhookForm.Teams => "teams", _ => null };
        var traits = platform is null ? Own : Platform.TraitsOf(platform, _clock.GetUtcNow());
        return ValueTask.FromResult(traits with { Idempotency = _options.AtLeastOnce ? IdempotencyClass.AtLeastOnce : IdempotencyClass.None });
    }

    private static ChannelTraits Own { get; } = new() { Version = "webhook/1", Source = "this library", Checked = new DateOnly(2026, 11, 28) };

    /// <inheritdoc />
    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(context);
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new PreparedPost { Bytes = WebhookBody.Of(_options.Form, rendition, context) });
    }

    /// <inheritdoc />
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        HttpRequestMessage request;
        try
        {
            request = await RequestAsync(post, key, cancel).ConfigureAwait(false);
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message);
        }

        using (request)
        {
            return await SendAsync(request, key, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async ValueTask<SendOutcome> SendAsync(HttpRequestMessage request, DeliveryKey key, CancellationToken cancel)
    {
        try
        {
            using var answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? new SendOutcome.Accepted(new Receipt(key.Value)) { AccountRests = ChannelHttp.AccountRests(answer, _clock.GetUtcNow()) }
                : ChannelHttp.Refusal(answer, said: null, _clock.GetUtcNow()) ?? throw new ChannelException($"{Account.Id}: the server failed in the middle");
        }
        catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
        {
            // The fault may name the address, which is a secret.
            return new SendOutcome.NotSent($"{Account.Id}: the server cannot be reached");
        }
        catch (HttpRequestException)
        {
            throw new ChannelException($"{Account.Id}: the line broke in the middle");
        }
    }

    /// <exception cref="ChannelException">The secret is not there, or is no address; it is quoted nowhere.</exception>
    private async ValueTask<HttpRequestMessage> RequestAsync(PreparedPost post, DeliveryKey key, CancellationToken cancel)
    {
        var secret = await _credentials.NeedAsync(_options.Credential, Account.Id, cancel).ConfigureAwait(false);
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Address is { } address ? new Uri(address) : Secret(secret))
        {
            Content = new ReadOnlyMemoryContent(post.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("Idempotency-Key", key.Value);
        if (_options.Form == WebhookForm.Signed)
        {
            var now = _clock.GetUtcNow();
            request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Seconds(now));
            request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret, now, post.Bytes.Span));
        }

        return request;
    }

    private Uri Secret(string secret)
    {
        try
        {
            _ = ChannelHttp.Address(secret);
            return new Uri(secret);
        }
        catch (ArgumentException)
        {
            throw new ChannelException($"{Account.Id}: what is under {_options.Credential} is no https address; a person must set it");
        }
    }
}
