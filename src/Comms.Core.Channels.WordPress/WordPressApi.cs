using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Channels.WordPress;

/// <summary>Calls to one site for one user. The password goes into a header and nowhere else.</summary>
internal sealed class WordPressApi(WordPressOptions options, ICredentialSource credentials, HttpClient http, TimeProvider clock)
{
    private readonly Uri _site = ChannelHttp.Address(options.Address);

    public string Host => _site.Host;

    /// <exception cref="ChannelException">There is no credential.</exception>
    public async ValueTask<HttpRequestMessage> RequestAsync(HttpMethod method, string call, CancellationToken cancel)
    {
        var password = await credentials.NeedAsync(options.Credential, Host, cancel).ConfigureAwait(false);
        var request = new HttpRequestMessage(method, new Uri(_site, "wp-json/wp/v2/" + call));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{password}")));
        return request;
    }

    /// <summary>Asks for a document, or sends one that nobody sees yet; null when there is none (404).</summary>
    /// <exception cref="ChannelException">The site could not be asked, or refused.</exception>
    public async ValueTask<T?> CallAsync<T>(HttpMethod method, string call, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        using var request = await RequestAsync(method, call, cancel).ConfigureAwait(false);
        request.Content = content;
        try
        {
            using var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
            return answer.StatusCode == HttpStatusCode.NotFound ? null
                : answer.IsSuccessStatusCode ? await ReadAsync(answer, type, cancel).ConfigureAwait(false)
                : throw await FaultAsync(answer, call, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{Host}: {fault.Message}", fault);
        }
    }

    /// <exception cref="ChannelException">The body is not what the API promises, or ends early.</exception>
    public ValueTask<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => ChannelHttp.ReadAsync(answer, type, Host, cancel);

    /// <summary>What the site says of a refusal; null when it says nothing that can be read.</summary>
    public static async ValueTask<string?> SaidAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), WordPressJson.Default.ServerError)?.Code;
        }
        catch (JsonException)
        {
            // A page of something in between: it has no word of the API.
            return null;
        }
    }

    public async ValueTask<ChannelException> FaultAsync(HttpResponseMessage answer, string call, CancellationToken cancel) =>
        new($"{Host}: {call.Split('?')[0]} answered {(int)answer.StatusCode} {await SaidAsync(answer, cancel).ConfigureAwait(false)}".TrimEnd())
        {
            RetryAfter = ChannelHttp.RetryAfter(answer, clock.GetUtcNow()),
        };

    public static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type) => Json(JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
