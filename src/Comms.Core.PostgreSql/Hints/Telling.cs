using System.Text;
using System.Threading.Channels;
using Comms.Core.Ledger;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Hints;

/// <summary>
/// Tells other hosts that something may be due. Never within a commit: the server lets transactions that notify commit only one
/// after the other. What is told while the last telling was under way is told once.
/// </summary>
internal sealed class Telling : IAsyncDisposable
{
    private const string Notify = "SELECT pg_notify($1, kind) FROM unnest($2) AS kind";

    /// <summary>So long others are not told again, that many commits make few hints.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private readonly Channel<string> _kinds = Channel.CreateBounded<string>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Server _server;
    private readonly string _channel;
    private readonly Task _loop;

    public Telling(Server server)
    {
        _server = server;
        _channel = HintChannel.Of(server.Schema);
        _loop = Task.Run(DrainAsync);
    }

    public void Tell(string kind)
    {
        if (Encoding.UTF8.GetByteCount(kind) <= HintChannel.LongestPayload)
        {
            _ = _kinds.Writer.TryWrite(kind);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _kinds.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task DrainAsync()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        while (await _kinds.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_kinds.Reader.TryRead(out var kind))
            {
                kinds.Add(kind);
            }

            await TellAsync([.. kinds]).ConfigureAwait(false);
            kinds.Clear();
            await Task.Delay(Rest, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask TellAsync(string[] kinds)
    {
        try
        {
            await _server.ListAsync(
                Notify,
                parameters =>
                {
                    parameters.Add(NpgsqlDbType.Text, _channel);
                    parameters.Add(NpgsqlDbType.Array | NpgsqlDbType.Text, kinds);
                },
                _ => true,
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (LedgerException)
        {
            // It was a hint: whoever missed it looks anyway.
        }
    }
}
