using System.Net;
using System.Text;
using Comms.Core.Tests.Servers;

namespace Comms.Core.Conformance.Recordings;

/// <summary>Answers as a real server did, in the order in which it was asked; whoever asks for anything else is told so, and the test too.</summary>
internal sealed class ReplayServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Session session;
    private readonly Placeholders placeholders;
    private readonly Lock gate = new();
    private readonly List<string> faults = [];
    private int next;

    public ReplayServer(Session session, params (string Name, string Value)[] names)
    {
        this.session = session;
        listener = Loopback.Serve(context => Task.Run(() => AnswerAsync(context)), out var address);
        Address = address;
        placeholders = new Placeholders([.. names, ("{server}", address)]);
    }

    public string Address { get; }

    /// <summary>Where the adapter asked for something else than was recorded, and what it left out.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (gate)
            {
                return [.. faults, .. session.Exchanges.Skip(next).Select(left => $"not asked: {left}")];
            }
        }
    }

    public void Dispose() => ((IDisposable)listener).Dispose();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body).ConfigureAwait(false);
        var asked = new Exchange(
            context.Request.HttpMethod, placeholders.Hide(context.Request.RawUrl!), placeholders.Body(body.ToArray(), context.Request.ContentType), 0, new Dictionary<string, string>(), "");
        var answer = Take(asked);
        foreach (var (name, value) in answer?.Headers ?? new Dictionary<string, string>())
        {
            context.Response.Headers[name] = value;
        }

        var said = Encoding.UTF8.GetBytes(placeholders.Show(answer?.Answer ?? ""));
        context.Response.StatusCode = answer?.Status ?? 599;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength64 = said.Length;
        await context.Response.OutputStream.WriteAsync(said).ConfigureAwait(false);
        context.Response.Close();
    }

    private Exchange? Take(Exchange asked)
    {
        lock (gate)
        {
            if (next < session.Exchanges.Count && session.Exchanges[next].Asks(asked))
            {
                return session.Exchanges[next++];
            }

            faults.Add($"asked: {asked}\nrecorded: {(next < session.Exchanges.Count ? session.Exchanges[next].ToString() : "nothing more")}");
            return null;
        }
    }
}
