using System.Net;
using System.Net.Sockets;

namespace Comms.Core.Conformance.Recordings;

/// <summary>Says what a real server of e-mail said, turn by turn; an adapter that says anything else than was recorded is told of.</summary>
internal sealed class MailReplay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly MailSession session;
    private readonly List<string> faults = [];
    private int heard;

    public MailReplay(MailSession session, string scheme)
    {
        this.session = session;
        listener.Start();
        Address = $"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = Task.Run(AcceptAsync);
    }

    public string Address { get; }

    /// <summary>Where the adapter said something else.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (faults)
            {
                return [.. faults];
            }
        }
    }

    /// <summary>How many connections of the recording were made.</summary>
    public int Connections => heard;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            foreach (var turns in session.Connections)
            {
                using var client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
                heard++;
                await PlayAsync(client.GetStream(), turns).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over, or the adapter has gone: what it left out is told by the count.
        }
    }

    private async Task PlayAsync(NetworkStream stream, IReadOnlyList<Turn> turns)
    {
        var tag = 'A';
        foreach (var turn in turns)
        {
            if (!turn.Client)
            {
                await stream.WriteAsync(MailSession.Bytes(MailSession.Tagged(turn.Text, tag))).ConfigureAwait(false);
                continue;
            }

            var said = await LinesAsync(stream, turn.Text.Count(character => character == '\n')).ConfigureAwait(false);
            tag = said.Length > 0 ? said[0] : tag;
            if (MailSession.Same(said) != MailSession.Same(turn.Text))
            {
                lock (faults)
                {
                    faults.Add($"said: {said}\nrecorded: {turn.Text}");
                }

                return;
            }
        }
    }

    private static async Task<string> LinesAsync(NetworkStream stream, int lines)
    {
        var (said, chunk) = ("", new byte[8192]);
        while (said.Count(character => character == '\n') < lines && await stream.ReadAsync(chunk).ConfigureAwait(false) is var read and > 0)
        {
            said += MailSession.Text(chunk.AsSpan(0, read));
        }

        return said;
    }
}
