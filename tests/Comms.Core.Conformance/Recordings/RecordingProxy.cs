using System.Net;
using System.Text;
using Comms.Core.Tests.Servers;

namespace Comms.Core.Conformance.Recordings;

/// <summary>Stands between an adapter and a real server, and keeps what they say to each other.</summary>
internal sealed class RecordingProxy : IDisposable
{
    private static readonly string[] Read = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "RateLimit-Limit", "RateLimit-Remaining", "Retry-After"];

    private readonly HttpListener listener;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly string server;
    private readonly Placeholders placeholders;
    private readonly List<Exchange> exchanges = [];

    /// <param name="server">Its address.</param>
    /// <param name="names">What differs from run to run beside the address.</param>
    public RecordingProxy(string server, params (string Name, string Value)[] names)
    {
        listener = Loopback.Serve(context => Task.Run(() => PassOrBreakAsync(context)), out var address);
        (this.server, Address) = (server, address);
        placeholders = new Placeholders([.. names, ("{server}", server), ("{server}", address)]);
    }

    public string Address { get; }

    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (exchanges)
            {
                return [.. exchanges];
            }
        }
    }

    public void Dispose()
    {
        ((IDisposable)listener).Dispose();
        http.Dispose();
    }

    /// <summary>What cannot be passed on breaks off, as it would without the proxy.</summary>
    private async Task PassOrBreakAsync(HttpListenerContext context)
    {
        try
        {
            await PassAsync(context).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or HttpListenerException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            context.Response.Abort();
        }
    }

    private async Task PassAsync(HttpListenerContext context)
    {
        var asked = context.Request;
        using var body = new MemoryStream();
        await asked.InputStream.CopyToAsync(body).ConfigureAwait(false);
        using var request = new HttpRequestMessage(new HttpMethod(asked.HttpMethod), server + asked.RawUrl) { Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null };
        request.Headers.ConnectionClose = true;
        foreach (var name in asked.Headers.AllKeys.OfType<string>().Where(name => name is not ("Host" or "Content-Length" or "Connection")))
        {
            _ = request.Headers.TryAddWithoutValidation(name, asked.Headers[name]) || request.Content?.Headers.TryAddWithoutValidation(name, asked.Headers[name]) == true;
        }

        using var answer = await http.SendAsync(request).ConfigureAwait(false);
        var said = await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        var headers = answer.Headers.Where(header => Read.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(header => header.Key, header => header.Value.First());
        lock (exchanges)
        {
            exchanges.Add(new Exchange(
                asked.HttpMethod, placeholders.Hide(asked.RawUrl!), placeholders.Body(body.ToArray(), asked.ContentType), (int)answer.StatusCode, headers, placeholders.Hide(Encoding.UTF8.GetString(said))));
        }

        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength64 = said.Length;
        await context.Response.OutputStream.WriteAsync(said).ConfigureAwait(false);
        context.Response.Close();
    }
}
