using System.Net;
using System.Net.Sockets;

namespace Comms.Core.Conformance.Recordings;

/// <summary>Stands between an adapter and a real server of e-mail, and keeps what they say to each other.</summary>
internal sealed class MailProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly List<List<Turn>> connections = [];

    public MailProxy(string server)
    {
        this.server = new Uri(server);
        listener.Start();
        Address = $"{this.server.Scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = Task.Run(AcceptAsync);
    }

    public string Address { get; }

    public IReadOnlyList<IReadOnlyList<Turn>> Connections
    {
        get
        {
            lock (connections)
            {
                return [.. connections.Select(turns => turns.ToArray())];
            }
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                return;
            }

            var turns = new List<Turn>();
            lock (connections)
            {
                connections.Add(turns);
            }

            _ = Task.Run(() => PassAsync(client, turns));
        }
    }

    private async Task PassAsync(TcpClient client, List<Turn> turns)
    {
        using (client)
        {
            using var behind = new TcpClient();
            await behind.ConnectAsync(server.Host, server.Port).ConfigureAwait(false);
            await Task.WhenAny(PumpAsync(client, behind, isClient: true, turns), PumpAsync(behind, client, isClient: false, turns)).ConfigureAwait(false);
        }
    }

    /// <summary>What is passed on is noted first: an answer never stands before what it answers.</summary>
    private async Task PumpAsync(TcpClient from, TcpClient to, bool isClient, List<Turn> turns)
    {
        var chunk = new byte[8192];
        try
        {
            while (await from.GetStream().ReadAsync(chunk).ConfigureAwait(false) is var read and > 0)
            {
                lock (connections)
                {
                    var said = MailSession.Text(chunk.AsSpan(0, read));
                    if (turns is [.., var last] && last.Client == isClient)
                    {
                        turns[^1] = last with { Text = last.Text + said };
                    }
                    else
                    {
                        turns.Add(new Turn(isClient, said));
                    }
                }

                await to.GetStream().WriteAsync(chunk.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has gone: so does the other.
        }
    }
}
