using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels.Facebook;

/// <summary>The calls of one Page. The Page's token goes into a header and nowhere else.</summary>
internal sealed class FacebookApi(FacebookOptions options, ICredentialSource credentials, HttpClient http, TimeProvider clock) : IDisposable
{
    private readonly Uri _server = ChannelHttp.Address(options.Address);
    private readonly FacebookTokens _tokens = new(options, credentials, http, clock);

    public string Host => _server.Host;

    public string Page => options.Page;

    /// <summary>Makes sure that there is a token of the Page.</summary>
    /// <exception cref="ChannelException">There is none to be had; nothing was published.</exception>
    public async ValueTask SignInAsync(CancellationToken cancel) => await _tokens.PageAsync(ended: null, cancel).ConfigureAwait(false);

    /// <summary>Sends a request; once more with a new token when the old has ended, which had no effect.</summary>
    /// <exception cref="HttpRequestException">It could not be sent, or the answer was lost.</exception>
    public async ValueTask<Reply> SendAsync(HttpMethod method, string path, Func<HttpContent>? content, CancellationToken cancel)
    {
        var token = await _tokens.PageAsync(ended: null, cancel).ConfigureAwait(false);
        var reply = await SendAsync(method, path, content, token, cancel).ConfigureAwait(false);
        if (reply.Error is not { } error || !FacebookRefusal.IsEnded(error))
        {
            return reply;
        }

        string fresh;
        try
        {
            fresh = await _tokens.PageAsync(ended: token, cancel).ConfigureAwait(false);
        }
        catch (ChannelException)
        {
            // The refusal says as much, and certainly had no effect.
            return reply;
        }

        reply.Dispose();
        return await SendAsync(method, path, content, fresh, cancel).ConfigureAwait(false);
    }

    /// <summary>Asks; null when what it is about is not there.</summary>
    /// <exception cref="ChannelException">It could not be asked, or answered something else.</exception>
    public ValueTask<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => AskAsync(HttpMethod.Get, path, content: null, type, cancel);

    /// <summary>Asks, with whatever the request brings; null when what it is about is not there.</summary>
    /// <exception cref="ChannelException">It could not be asked, or answered something else.</exception>
    public async ValueTask<T?> AskAsync<T>(HttpMethod method, string path, Func<HttpContent>? content, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var reply = await SendAsync(method, path, content, cancel).ConfigureAwait(false);
            return reply.Error is not { } error ? Read(reply, type)
                : FacebookRefusal.IsMissing(error) ? null
                : throw Fault(reply, path);
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{Host}: {fault.Message}", fault);
        }
    }

    /// <exception cref="ChannelException">The body is not what the API promises.</exception>
    public T Read<T>(Reply reply, JsonTypeInfo<T> type)
        where T : class => ChannelHttp.Read(reply.Body, type, Host);

    public ChannelException Fault(Reply reply, string path) => new($"{Host}: {path.Split('?')[0]} answered {(int)reply.Answer.StatusCode}, code {reply.Error?.Code ?? 0}")
    {
        RetryAfter = FacebookRefusal.Rests(reply.Answer) ?? ChannelHttp.RetryAfter(reply.Answer, clock.GetUtcNow()),
    };

    public void Dispose() => _tokens.Dispose();

    private async ValueTask<Reply> SendAsync(HttpMethod method, string path, Func<HttpContent>? content, string token, CancellationToken cancel)
    {
        var proof = await _tokens.ProofAsync(token, cancel).ConfigureAwait(false);
        using var request = new HttpRequestMessage(method, new Uri(_server, proof is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}appsecret_proof={proof}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = content?.Invoke();
        var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
        return new Reply(answer, await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
    }
}

/// <summary>An answer that was read whole, and what it says was wrong.</summary>
internal sealed class Reply(HttpResponseMessage answer, byte[] body) : IDisposable
{
    public HttpResponseMessage Answer => answer;

    public byte[] Body => body;

    /// <summary>Null where the call had its effect.</summary>
    public GraphError? Error { get; } = answer.IsSuccessStatusCode ? null : GraphErrors.Read(body);

    public void Dispose() => answer.Dispose();
}
