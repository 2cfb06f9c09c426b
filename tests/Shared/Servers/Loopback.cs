using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Comms.Core.Tests.Servers;

/// <summary>A place on this machine where a test's own server listens.</summary>
internal static class Loopback
{
    /// <summary>Starts a listener on a port that nobody uses, and gives each request to whoever answers it until the listener is closed.</summary>
    public static HttpListener Serve(Action<HttpListenerContext> take, out string address)
    {
        address = $"http://127.0.0.1:{FreePort()}";
        var listener = new HttpListener { Prefixes = { address + "/" } };
        listener.Start();
        _ = Task.Run(() => ServeAsync(listener, take));
        return listener;
    }

    /// <summary>A port that nobody uses now.</summary>
    public static string FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task ServeAsync(HttpListener listener, Action<HttpListenerContext> take)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            take(context);
        }
    }
}
