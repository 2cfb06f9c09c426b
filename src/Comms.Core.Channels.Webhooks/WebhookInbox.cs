namespace Comms.Core.Channels.Webhooks;

/// <summary>
/// The way back of a signed webhook: reads what others send, signed with <see cref="WebhookSignature"/>. A host gives it the headers
/// and the body of a call, and what was taken to <c>ListeningDesk.TakeAsync</c>. A call that is played again within the tolerance
/// brings messages that are known. Thread-safe.
/// </summary>
/// <remarks>
/// The body is JSON in UTF-8: a message or a list of at most 500. A message is <c>{"id","text","at","author":{"handle","name","kind",
/// "followers"},"act","inReplyTo","url","service","place","groups"}</c>, of which <c>id</c> and <c>text</c> must be there; a deletion is
/// <c>{"id","deleted"}</c> with its time. What <see cref="WebhookForm.Signed"/> sends is read too. What else stands in it is passed over.
/// </remarks>
public sealed class WebhookInbox
{
    /// <summary>The longest body that is read, in bytes: one MiB. A host refuses a longer one before it reads it.</summary>
    public const int MaxBytes = 1 << 20;

    private readonly string _credential;
    private readonly ICredentialSource _credentials;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _tolerance;

    /// <summary>An inbox for one sender.</summary>
    /// <param name="source">What sends, as the messages will name it.</param>
    /// <param name="credential">Where the key of the signature is found, as <c>env:NAME</c>; never the key itself.</param>
    /// <param name="credentials">Where the key is asked for.</param>
    /// <param name="clock">The clock that a call's time is held against; null for the system's.</param>
    /// <param name="tolerance">How old a call may be, and how far the clocks apart; above zero, to an hour; null for five minutes.</param>
    /// <exception cref="ArgumentException">The source or the credential is blank, or the tolerance out of its range.</exception>
    public WebhookInbox(string source, string credential, ICredentialSource credentials, TimeProvider? clock = null, TimeSpan? tolerance = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(credential);
        ArgumentNullException.ThrowIfNull(credentials);
        _tolerance = tolerance ?? TimeSpan.FromMinutes(5);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_tolerance, TimeSpan.Zero, nameof(tolerance));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_tolerance, TimeSpan.FromHours(1), nameof(tolerance));
        (Source, _credential, _credentials, _clock) = (source, credential, credentials, clock ?? TimeProvider.System);
    }

    /// <summary>What sends.</summary>
    public string Source { get; }

    /// <summary>Checks a call and reads it. The signature is checked before a byte of the body is read as JSON.</summary>
    /// <param name="timestamp">What <see cref="WebhookSignature.TimestampHeader"/> says; null when it is missing.</param>
    /// <param name="signature">What <see cref="WebhookSignature.SignatureHeader"/> says; null when it is missing.</param>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="cancel">Stops asking for the key.</param>
    /// <returns>What to take, or why nothing is taken.</returns>
    /// <exception cref="ChannelException">There is no key.</exception>
    public async ValueTask<WebhookReading> ReadAsync(string? timestamp, string? signature, ReadOnlyMemory<byte> body, CancellationToken cancel = default)
    {
        if (body.Length > MaxBytes)
        {
            return new WebhookReading.Refused("it is too long", Answer: 413);
        }

        var key = await _credentials.NeedAsync(_credential, Source, cancel).ConfigureAwait(false);
        return WebhookSignature.Holds(key, timestamp, signature, body.Span, _clock.GetUtcNow(), _tolerance)
            ? SentMessages.Read(body, _clock.GetUtcNow())
            : new WebhookReading.Refused("its signature does not hold, or it is old", Answer: 401);
    }
}

/// <summary>What came of a call.</summary>
public abstract record WebhookReading
{
    private WebhookReading()
    {
    }

    /// <summary>It holds; a message in it that cannot be read is one of the events, with its reason.</summary>
    /// <param name="Events">What happened, for <c>ListeningDesk.TakeAsync</c>.</param>
    public sealed record Taken(IReadOnlyList<SourceEvent> Events) : WebhookReading;

    /// <summary>It does not hold.</summary>
    /// <param name="Reason">Why, in words that tell a stranger nothing.</param>
    /// <param name="Answer">The status code of HTTP to answer with.</param>
    public sealed record Refused(string Reason, int Answer) : WebhookReading;
}
