using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels;

/// <summary>What adapters that speak HTTP have in common: a client that is safe by default, and what an answer means. Thread-safe.</summary>
public static class ChannelHttp
{
    private const int LargestAnswer = 4 << 20;

    /// <summary>Reads a server's address: https, or plain http to this machine alone.</summary>
    /// <param name="address">As <c>https://social.example</c>; a path may follow.</param>
    /// <exception cref="ArgumentException">It is no such address; the message says why.</exception>
    public static Uri Address(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https") || server.UserInfo.Length > 0)
        {
            // What has a user in it may have a password in it too.
            var shown = address.Contains('@', StringComparison.Ordinal) ? "What has a user in it" : $"'{address}'";
            throw new ArgumentException($"{shown} is no address of a server.", nameof(address));
        }

        return server.Scheme == "https" || server.IsLoopback
            ? server
            : throw new ArgumentException($"'{address}' is plain http; that is taken for this machine only.", nameof(address));
    }

    /// <summary>
    /// A client that follows no redirect, keeps no cookie, bounds answers at 4 MB, and opens a connection for each request:
    /// one that is used again may be repeated below us when it breaks. The caller disposes of it.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes of its handler.")]
    public static HttpClient NewClient()
    {
        return new HttpClient(NewHandler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }

    private static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>A form with a file. Its names are quoted: some servers, as snac, read no others.</summary>
    /// <param name="file">The field's name, the bytes and their media type. The file's own name is made of the last, since some servers go by it.</param>
    /// <param name="fields">The other fields, which stand after it.</param>
    /// <returns>The caller, or the request that it is given to, disposes of it.</returns>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The form disposes of its parts.")]
    public static MultipartFormDataContent Form((string Name, byte[] Bytes, string Type) file, params IEnumerable<(string Name, string Value)> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var form = new MultipartFormDataContent();
        var bytes = new ByteArrayContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.Type) } };
        bytes.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{file.Name}\"", FileName = $"\"file.{file.Type.Split('/')[^1]}\"" };
        form.Add(bytes);
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        return form;
    }

    /// <summary>Reads the document of an answer. A body that ends early or is of another shape is an answer that nobody can use.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="type">What the API promises.</param>
    /// <param name="host">Who answered, for the message.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="ChannelException">It cannot be read, or is empty.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, string host, CancellationToken cancel)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(answer);
        try
        {
            return Read(await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), type, host);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw Unreadable(host, fault);
        }
    }

    /// <summary>Reads the document of an answer whose body was read already.</summary>
    /// <param name="body">The body.</param>
    /// <param name="type">What the API promises.</param>
    /// <param name="host">Who answered, for the message.</param>
    /// <exception cref="ChannelException">It cannot be read, or is empty.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type, string host)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(type);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new ChannelException($"{host}: the answer is empty");
        }
        catch (JsonException fault)
        {
            throw Unreadable(host, fault);
        }
    }

    private static ChannelException Unreadable(string host, Exception fault) => new($"{host}: the answer cannot be read: {fault.GetType().Name}", fault);

    /// <summary>Whether a request provably never reached its server.</summary>
    /// <param name="fault">What sending it threw.</param>
    public static bool NeverLeft(HttpRequestException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
    }

    /// <summary>How long the server asks to wait: <c>Retry-After</c>, or else until its rate limit is set anew; null when it says neither.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">The clock.</param>
    public static TimeSpan? RetryAfter(HttpResponseMessage answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var after = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => ResetAt(answer.Headers) - now,
        };
        return after > TimeSpan.Zero ? after : null;
    }

    /// <summary>
    /// How long the server takes no more: until its rate limit is set anew, when its headers say that nothing remains of it; null
    /// otherwise.
    /// </summary>
    /// <param name="answer">The answer, a success too.</param>
    /// <param name="now">The clock.</param>
    public static TimeSpan? AccountRests(HttpResponseMessage answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Header(answer.Headers, "Remaining") == "0" && ResetAt(answer.Headers) - now is var rests && rests > TimeSpan.Zero ? rests : null;
    }

    /// <summary>
    /// What a refusal of the one mutating call means: nothing was done, now (429, 401, 403, 408) or for good (the rest
    /// below 500).
    /// </summary>
    /// <param name="answer">An answer that is no success.</param>
    /// <param name="said">What the server said, in words; null when it said nothing.</param>
    /// <param name="now">The clock.</param>
    /// <returns>The outcome; null for 500 and above, after which nobody can tell.</returns>
    public static SendOutcome? Refusal(HttpResponseMessage answer, string? said, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var words = string.Create(CultureInfo.InvariantCulture, $"the server answered {(int)answer.StatusCode}{(said is null ? "" : ": " + said)}");
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => TooMany(words, RetryAfter(answer, now) ?? TimeSpan.FromMinutes(5)),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome.NotSent($"{words}; the account's credential needs a person"),
            HttpStatusCode.RequestTimeout => null,
            >= HttpStatusCode.InternalServerError => null,
            _ => new SendOutcome.Rejected(words),
        };
    }

    private static SendOutcome.NotSent TooMany(string words, TimeSpan after) => new(words, after) { AccountRests = after };

    /// <summary>An instant, or seconds since 1970.</summary>
    private static DateTimeOffset? ResetAt(HttpResponseHeaders headers) => Header(headers, "Reset") is not { } value ? null
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : null;

    /// <summary>Mastodon's headers of its rate limit, or Bluesky's.</summary>
    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues("X-RateLimit-" + name, out var values) || headers.TryGetValues("RateLimit-" + name, out values) ? values.FirstOrDefault() : null;
}
