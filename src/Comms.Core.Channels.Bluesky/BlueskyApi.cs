using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels.Bluesky;

/// <summary>Calls to an account's server under a session, which is opened once, refreshed when it ends, and kept in memory only.</summary>
internal sealed class BlueskyApi(BlueskyOptions options, ICredentialSource credentials, HttpClient http, TimeProvider clock) : IDisposable
{
    private readonly Uri _server = ChannelHttp.Address(options.Address);
    private readonly SemaphoreSlim _one = new(1);
    private Session? _session;

    public string Host => _server.Host;

    /// <summary>The session; opened when there is none, and opened or refreshed anew when the one given has ended.</summary>
    /// <param name="ended">A session that the server took no longer; null at first.</param>
    /// <param name="cancel">Stops the call.</param>
    /// <exception cref="ChannelException">There is no session to be had; nothing was published.</exception>
    public async ValueTask<Session> SessionAsync(Session? ended, CancellationToken cancel)
    {
        if (_session is { } known && known != ended)
        {
            return known;
        }

        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_session is null || _session == ended)
            {
                _session = (ended is null ? null : await RefreshAsync(ended, cancel).ConfigureAwait(false)) ?? await OpenAsync(cancel).ConfigureAwait(false);
            }

            return _session;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Sends a request under the session; once more with a new one when the server says that the old has ended, which had no effect.</summary>
    /// <exception cref="HttpRequestException">It could not be sent, or the answer was lost.</exception>
    public async ValueTask<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        var session = await SessionAsync(ended: null, cancel).ConfigureAwait(false);
        var answer = await SendAsync(request(), session.AccessJwt, cancel).ConfigureAwait(false);
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized
            && (await ErrorAsync(answer, cancel).ConfigureAwait(false)).Error is "ExpiredToken" or "InvalidToken")
        {
            answer.Dispose();
            session = await SessionAsync(session, cancel).ConfigureAwait(false);
            return await SendAsync(request(), session.AccessJwt, cancel).ConfigureAwait(false);
        }

        return answer;
    }

    /// <summary>Reads a document; null for the given error of the protocol.</summary>
    /// <exception cref="ChannelException">The server could not be asked, or answered something else.</exception>
    public async ValueTask<T?> GetAsync<T>(string query, string missing, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var answer = await SendAsync(() => Request(HttpMethod.Get, query), cancel).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
            {
                return await ReadAsync(answer, type, cancel).ConfigureAwait(false);
            }

            return (await ErrorAsync(answer, cancel).ConfigureAwait(false)).Error == missing ? null : throw Fault(answer, query);
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{Host}: {fault.Message}", fault);
        }
    }

    public HttpRequestMessage Request(HttpMethod method, string call) => new(method, new Uri(_server, "xrpc/" + call));

    /// <exception cref="ChannelException">The body is not what the protocol promises, or ends early.</exception>
    public ValueTask<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => ChannelHttp.ReadAsync(answer, type, Host, cancel);

    public static async ValueTask<XrpcError> ErrorAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), BlueskyJson.Default.XrpcError) ?? new(null, null);
        }
        catch (JsonException)
        {
            // An answer of something in between, as a proxy: it has no word of the protocol.
            return new XrpcError(null, null);
        }
    }

    public ChannelException Fault(HttpResponseMessage answer, string call) =>
        new($"{Host}: {call.Split('?')[0]} answered {(int)answer.StatusCode}") { RetryAfter = ChannelHttp.RetryAfter(answer, clock.GetUtcNow()) };

    public void Dispose() => _one.Dispose();

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancel)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return await http.SendAsync(request, cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask<Session> OpenAsync(CancellationToken cancel)
    {
        var password = await credentials.NeedAsync(options.Credential, Host, cancel).ConfigureAwait(false);
        using var request = Request(HttpMethod.Post, "com.atproto.server.createSession");
        request.Content = Json(new Login(options.User, password), BlueskyJson.Default.Login);
        try
        {
            using var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? await ReadAsync(answer, BlueskyJson.Default.Session, cancel).ConfigureAwait(false)
                : throw Fault(answer, "com.atproto.server.createSession");
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{Host}: {fault.Message}", fault);
        }
    }

    private async ValueTask<Session?> RefreshAsync(Session ended, CancellationToken cancel)
    {
        try
        {
            using var answer = await SendAsync(Request(HttpMethod.Post, "com.atproto.server.refreshSession"), ended.RefreshJwt, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? await ReadAsync(answer, BlueskyJson.Default.Session, cancel).ConfigureAwait(false) : null;
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{Host}: {fault.Message}", fault);
        }
    }

    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
