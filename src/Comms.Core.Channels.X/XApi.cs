using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels.X;

/// <summary>The calls of one account. Secrets go into a header and nowhere else.</summary>
internal sealed class XApi(XOptions options, ICredentialSource credentials, HttpClient http, TimeProvider clock) : IDisposable
{
    private readonly Uri _server = ChannelHttp.Address(options.Address);
    private readonly RenewedToken _token = XTokens.Of(options, credentials, http, clock);
    private User? _me;

    public string Host => _server.Host;

    /// <summary>Whose the token is. Asked once.</summary>
    /// <exception cref="ChannelException">It could not be asked.</exception>
    public async ValueTask<User> MeAsync(CancellationToken cancel) =>
        _me ??= (await GetAsync("2/users/me", XJson.Default.AnswerUser, cancel).ConfigureAwait(false))?.Data
            ?? throw new ChannelException($"{Host}: it does not know the account");

    /// <summary>Makes sure that there is a token.</summary>
    /// <exception cref="ChannelException">There is none to be had; nothing was sent.</exception>
    public async ValueTask SignInAsync(CancellationToken cancel) => await _token.AccessAsync(ended: null, cancel).ConfigureAwait(false);

    /// <summary>Sends a request; once more with a new token when the old has ended, which had no effect.</summary>
    /// <exception cref="HttpRequestException">It could not be sent, or the answer was lost.</exception>
    public async ValueTask<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        var token = await _token.AccessAsync(ended: null, cancel).ConfigureAwait(false);
        var answer = await SendAsync(request(), token, cancel).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        string fresh;
        try
        {
            fresh = await _token.AccessAsync(ended: token, cancel).ConfigureAwait(false);
        }
        catch (ChannelException)
        {
            // The refusal says as much, and certainly had no effect.
            return answer;
        }

        answer.Dispose();
        return await SendAsync(request(), fresh, cancel).ConfigureAwait(false);
    }

    /// <summary>Asks for a document; null when it is not there.</summary>
    /// <exception cref="ChannelException">It could not be asked, or answered something else.</exception>
    public ValueTask<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => AskAsync(() => Request(HttpMethod.Get, path), path, type, cancel);

    /// <summary>Asks, with whatever the request brings; null when what it is about is not there.</summary>
    /// <exception cref="ChannelException">It could not be asked, or answered something else.</exception>
    public async ValueTask<T?> AskAsync<T>(Func<HttpRequestMessage> request, string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var answer = await SendAsync(request, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? await ReadAsync(answer, type, cancel).ConfigureAwait(false)
                : answer.StatusCode == HttpStatusCode.NotFound ? null
                : throw Fault(answer, path);
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{Host}: {fault.Message}", fault);
        }
    }

    public HttpRequestMessage Request(HttpMethod method, string path) => new(method, new Uri(_server, path));

    public HttpRequestMessage Request(string path, ReadOnlyMemory<byte> json)
    {
        var request = Request(HttpMethod.Post, path);
        request.Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    /// <exception cref="ChannelException">The body is not what the API promises, or ends early.</exception>
    public ValueTask<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => ChannelHttp.ReadAsync(answer, type, Host, cancel);

    public async ValueTask<Problem> ProblemAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return await ReadAsync(answer, XJson.Default.Problem, cancel).ConfigureAwait(false);
        }
        catch (ChannelException)
        {
            // An answer of something in between, as a proxy: it has no word of the API.
            return new Problem();
        }
    }

    public ChannelException Fault(HttpResponseMessage answer, string path)
    {
        var now = clock.GetUtcNow();
        return new($"{Host}: {path.Split('?')[0]} answered {(int)answer.StatusCode}") { RetryAfter = XRefusal.Rests(answer, now) ?? ChannelHttp.RetryAfter(answer, now) };
    }

    public void Dispose() => _token.Dispose();

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancel)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return await http.SendAsync(request, cancel).ConfigureAwait(false);
        }
    }
}
