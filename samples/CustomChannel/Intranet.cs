using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace CustomChannel;

/// <summary>The intranet of the sample, on this machine: it keeps every piece of news under its id and takes no other under the same.</summary>
internal sealed class Intranet : IDisposable
{
    public const string Token = "a-token-of-the-tests";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, (long Number, string Text)> _news = new(StringComparer.Ordinal);
    private long _numbers;

    public Intranet()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public IEnumerable<string> News => _news.Values.OrderBy(news => news.Number).Select(news => news.Text);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.StatusCode = await AnswerAsync(context.Request);
                context.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                // The test is over, or whoever asked has gone.
            }
        }
    }

    private async Task<int> AnswerAsync(HttpListenerRequest request)
    {
        if (request.Headers["Authorization"] != $"Bearer {Token}")
        {
            return 401;
        }

        var id = request.Url!.Segments[^1];
        if (request.HttpMethod == "GET")
        {
            return _news.ContainsKey(id) ? 200 : 404;
        }

        var text = await JsonSerializer.DeserializeAsync<string>(request.InputStream) ?? "";
        return _news.GetOrAdd(id, _ => (Interlocked.Increment(ref _numbers), text)).Text == text ? 200 : 409;
    }
}
