using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels.Mastodon;

/// <summary>The calls to one server for one account. Secrets go into a header and nowhere else.</summary>
internal sealed class MastodonApi(MastodonOptions options, ICredentialSource credentials, HttpClient http)
{
    private readonly Uri _server = ChannelHttp.Address(options.Address);

    public Uri Server => _server;

    public async ValueTask<HttpRequestMessage> RequestAsync(HttpMethod method, string path, CancellationToken cancel)
    {
        var token = await credentials.NeedAsync(options.Credential, _server.Host, cancel).ConfigureAwait(false);
        var request = new HttpRequestMessage(method, new Uri(_server, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>Reads a document; null when it is not there.</summary>
    /// <exception cref="ChannelException">The server could not be asked, or answered something else.</exception>
    public async ValueTask<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        using var request = await RequestAsync(HttpMethod.Get, path, cancel).ConfigureAwait(false);
        using var answer = await AskAsync(request, cancel).ConfigureAwait(false);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }

        return answer.IsSuccessStatusCode
            ? await ReadAsync(answer, type, cancel).ConfigureAwait(false)
            : throw Fault(answer, path);
    }

    /// <exception cref="ChannelException">The server could not be asked.</exception>
    public async ValueTask<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{_server.Host}: {fault.Message}", fault);
        }
    }

    public ChannelException Fault(HttpResponseMessage answer, string path) =>
        new($"{_server.Host}: {path.Split('?')[0]} answered {(int)answer.StatusCode}") { RetryAfter = ChannelHttp.RetryAfter(answer, TimeProvider.System.GetUtcNow()) };

    /// <summary>A body that ends early or is of another shape is an answer that nobody can use.</summary>
    /// <exception cref="ChannelException">The body is not what the API promises.</exception>
    public ValueTask<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => ChannelHttp.ReadAsync(answer, type, _server.Host, cancel);
}
