using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Comms.Core.Tests.Servers;

/// <summary>A place on this machine where a test's own server listens.</summary>
internal static class Loopback
{
    /// <summary>Starts a listener on a port that nobody uses.</summary>
    public static HttpListener Listen(out string address)
    {
        address = $"http://127.0.0.1:{FreePort()}";
        var listener = new HttpListener { Prefixes = { address + "/" } };
        listener.Start();
        return listener;
    }

    /// <summary>A port that nobody uses now.</summary>
    public static string FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
