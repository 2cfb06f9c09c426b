using Comms.Core.Ledger.Stores;
using Npgsql;

namespace Comms.Core.PostgreSql.Hints;

/// <summary>
/// Hears what hosts tell each other, once anyone listens, on a connection of its own. A connection that is lost is made anew;
/// then everyone looks, for what was told meanwhile.
/// </summary>
internal sealed class Hearing(Server server) : IAsyncDisposable
{
    /// <summary>After so long in silence the connection is tried, since a lost one may look like a silent one.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeNext = TimeSpan.FromSeconds(1);

    private readonly DueListeners _listeners = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task? _loop;

    public IDisposable Add(string kind, Action changed)
    {
        var listener = _listeners.Add(kind, changed);
        lock (_gate)
        {
            _loop ??= Task.Run(ListenAsync);
        }

        return listener;
    }

    /// <summary>Tells those of this process at once.</summary>
    public void Tell(string kind) => _listeners.Tell([kind]);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is { } loop)
        {
            await loop.ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                await HearAsync(_stop.Token).ConfigureAwait(false);
                await Task.Delay(BeforeNext, TimeProvider.System, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The ledger closes.
        }
    }

    /// <summary>Listens until the connection is lost.</summary>
    private async Task HearAsync(CancellationToken stop)
    {
        try
        {
            var connection = await server.ConnectAsync(stop).ConfigureAwait(false);
            await using var connectionScope = connection.ConfigureAwait(false);
            connection.Notification += (_, told) => _listeners.Tell([told.Payload]);
            await connection.RunAsync("LISTEN " + HintChannel.Of(server.Schema), Commands.Nothing, stop).ConfigureAwait(false);
            _listeners.TellAll();
            while (true)
            {
                if (!await connection.WaitAsync(Silence, stop).ConfigureAwait(false))
                {
                    await connection.RunAsync("SELECT 1", Commands.Nothing, stop).ConfigureAwait(false);
                }
            }
        }
        catch (NpgsqlException)
        {
            // The server is away: hosts look without hints meanwhile.
        }
    }
}
