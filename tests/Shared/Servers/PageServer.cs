using System.Net;
using System.Text;

namespace Comms.Core.Tests.Servers;

/// <summary>A web server on this machine that shows what its test puts up, and keeps what it was asked.</summary>
internal sealed class PageServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Lock gate = new();
    private readonly List<HttpListenerRequest> asked = [];

    public PageServer()
    {
        listener = Loopback.Serve(Take, out var address);
        Address = address;
    }

    public string Address { get; }

    /// <summary>What stands at each path; answers itself where it must do more.</summary>
    public Func<HttpListenerRequest, PageAnswer> Show { get; set; } = _ => new PageAnswer("") { Status = 404 };

    public IReadOnlyList<HttpListenerRequest> Asked
    {
        get
        {
            lock (gate)
            {
                return [.. asked];
            }
        }
    }

    public void Dispose() => listener.Close();

    private void Take(HttpListenerContext context)
    {
        lock (gate)
        {
            asked.Add(context.Request);
        }

        Answer(context, Show(context.Request));
    }

    private static void Answer(HttpListenerContext context, PageAnswer answer)
    {
        var unchanged = answer.ETag is not null && context.Request.Headers["If-None-Match"] == answer.ETag;
        context.Response.StatusCode = unchanged ? 304 : answer.Status;
        foreach (var (name, value) in (IEnumerable<(string, string?)>)[("ETag", answer.ETag), ("Location", answer.Location), ("Retry-After", answer.RetryAfter)])
        {
            if (value is not null)
            {
                context.Response.Headers[name] = value;
            }
        }

        try
        {
            if (!unchanged)
            {
                context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(answer.Body));
            }

            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // Whoever asked has gone.
        }
    }
}

/// <summary>What a <see cref="PageServer"/> answers.</summary>
internal sealed record PageAnswer(string Body)
{
    public int Status { get; init; } = 200;

    public string? ETag { get; init; }

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }
}
