using Comms.Core.Ledger;

namespace Comms.Core.Exercises.Sharing;

/// <summary>What the desk that plays tells the others by way of the ledger, and what their controllers ask of it.</summary>
internal sealed class OtherDesks(ILedger ledger, ExerciseClock clock)
{
    private int _heard;

    /// <summary>Lets others join.</summary>
    public async ValueTask OpenAsync(Scenario scenario, CancellationToken cancel)
    {
        var batch = new LedgerBatch
        {
            Writes =
            [
                new LedgerWrite { Key = SharedScenario.Key, Expected = 0, Content = new SharedScenario(scenario.File).Seal() },
                new LedgerWrite { Key = SharedClock.Key, Expected = 0, Content = Standing(paused: true).Seal() },
            ],
        };
        if (!(await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed)
        {
            throw new ArgumentException("Another desk plays on this ledger.", nameof(scenario));
        }
    }

    /// <summary>Tells how the clock stands now.</summary>
    public async ValueTask TellAsync(bool ended, CancellationToken cancel)
    {
        var record = await ledger.FindAsync(SharedClock.Key, cancel).ConfigureAwait(false);
        var write = new LedgerWrite
        {
            Key = SharedClock.Key,
            Expected = record?.Revision ?? 0,
            Content = (Standing(clock.IsPaused) with { Ended = ended }).Seal(),
        };
        await ledger.CommitAsync(new LedgerBatch { Writes = [write] }, cancel).ConfigureAwait(false);
    }

    /// <summary>What was asked since the last call, in order.</summary>
    public async ValueTask<IReadOnlyList<Ask>> NewAsync(CancellationToken cancel)
    {
        if (await ledger.FindAsync(SharedAsks.Key, cancel).ConfigureAwait(false) is not { } record)
        {
            return [];
        }

        var asks = SharedAsks.Open(record).Asks;
        Ask[] asked = [.. asks.Skip(_heard)];
        _heard = asks.Count;
        return asked;
    }

    private SharedClock Standing(bool paused) => new(clock.GetUtcNow(), clock.Wall.GetUtcNow(), clock.Rate, clock.Stop, paused);
}
