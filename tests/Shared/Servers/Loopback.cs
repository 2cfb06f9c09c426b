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
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        var listener = new HttpListener { Prefixes = { address + "/" } };
        listener.Start();
        return listener;
    }
}
