using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Comms.Core.Tests.Servers;

/// <summary>A server of a platform, written from its public documentation, on this machine. What it shows is the oracle of the tests.</summary>
internal abstract class FakeServer : IDisposable
{
    /// <summary>Says nothing for so long that nobody waits for it.</summary>
    private const int Silent = int.MinValue;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly HttpListener listener;

    protected FakeServer()
    {
        listener = Loopback.Serve(context => Task.Run(() => AnswerAsync(context)), out var address);
        Address = address;
    }

    public string Address { get; }

    /// <summary>What the next posts meet, one fault each.</summary>
    public ConcurrentQueue<ServerFault> Faults { get; } = new();

    /// <summary>Held while a request is worked on.</summary>
    protected Lock Gate { get; } = new();

    public void Dispose()
    {
        ((IDisposable)listener).Dispose();
        GC.SuppressFinalize(this);
    }

    /// <returns>The status code (0: break the connection; negative: cut the answer; as <see cref="After"/> makes it) and the answer.</returns>
    protected abstract (int Code, JsonNode? Answer) Route(HttpListenerContext context, byte[] body);

    /// <summary>The next fault; null where the post is taken well.</summary>
    protected ServerFault? NextFault() => Faults.TryDequeue(out var next) ? next : null;

    /// <summary>What becomes of the answer to a post that stands.</summary>
    protected static (int Code, JsonNode? Answer) After(ServerFault? fault, int code, JsonNode? answer) => fault switch
    {
        ServerFault.DropAfter => (0, null),
        ServerFault.GatewayTimeoutAfter => (504, null),
        ServerFault.CutAfter => (-code, answer),
        ServerFault.SilentAfter => (Silent, null),
        _ => (code, answer),
    };

    /// <summary>A field of a multipart form; null when it has none of that name.</summary>
    protected static string? Field(byte[] form, string name)
    {
        var text = Encoding.UTF8.GetString(form);
        var at = text.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal) + 4;
        return text[start..text.IndexOf("\r\n--", start, StringComparison.Ordinal)];
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body).ConfigureAwait(false);
            var (code, answer) = Route(context, body.ToArray());
            if (code == Silent)
            {
                await Task.Delay(Longest, TimeProvider.System).ConfigureAwait(false);
            }

            if (code is 0 or Silent)
            {
                context.Response.Abort();
                return;
            }

            var bytes = Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? "");
            context.Response.StatusCode = Math.Abs(code);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(code < 0 ? bytes.AsMemory(0, bytes.Length / 2) : bytes).ConfigureAwait(false);
            if (code < 0)
            {
                context.Response.Abort();
            }
            else
            {
                context.Response.Close();
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever asked has gone: a killed desk, as the tests intend.
        }
    }
}
