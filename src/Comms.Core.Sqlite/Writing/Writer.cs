using System.Collections.Concurrent;
using System.Threading.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Writing;

/// <summary>
/// The one writer of this process: a queue drained by one loop. Jobs that wait while the disk is busy share the next
/// transaction, and so one wait for the disk.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int QueueLength = 1024;

    /// <summary>A transaction takes no more jobs once it holds about this many rows, so that none waits long for its answer.</summary>
    private const int FullTransaction = 4096;

    private readonly Channel<Job> _queue =
        Channel.CreateBounded<Job>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly ConcurrentQueue<TaskCompletionSource> _sweeps = new();
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly Task _loop;
    private LedgerException? _stopped;
    private bool _traces;

    public Writer(Database database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
        _loop = Task.Run(DrainAsync);
    }

    /// <param name="work">What to do; it may be done twice, so it keeps nothing outside the transaction.</param>
    /// <param name="weight">About how many rows it writes.</param>
    /// <param name="cancel">Stops the work before it begins.</param>
    public async ValueTask<T> RunAsync<T>(Func<Transaction, T> work, int weight, CancellationToken cancel)
    {
        var job = new Job<T>(work, weight, cancel);
        try
        {
            await _queue.Writer.WriteAsync(job, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteLedger));
        }

        return await job.Answer.ConfigureAwait(false);
    }

    /// <summary>Rewrites the file without what was removed before.</summary>
    public async ValueTask SweepAsync(CancellationToken cancel)
    {
        var sweep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sweeps.Enqueue(sweep);
        await RunAsync(_ => true, 0, cancel).ConfigureAwait(false);
        await sweep.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _database.Dispose();
    }

    private async Task DrainAsync()
    {
        var group = new List<Job>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            Gather(group);
            Commit(group);
            while (_sweeps.TryDequeue(out var sweep))
            {
                Sweep(sweep);
            }

            if (_traces && !_queue.Reader.TryPeek(out _))
            {
                // Nobody waits for it: if a reader is in the way it is done after the next commit, or at the end.
                _traces = !Sweeping.TryEmptyLog(_database);
            }
        }
    }

    private void Sweep(TaskCompletionSource sweep)
    {
        try
        {
            Sweeping.Rewrite(_database);
            sweep.SetResult();
        }
        catch (LedgerException fault)
        {
            sweep.SetException(fault);
        }
    }

    private void Gather(List<Job> group)
    {
        group.Clear();
        for (var weight = 0; weight < FullTransaction && _queue.Reader.TryRead(out var job);)
        {
            if (job.IsCancelled)
            {
                job.Cancel();
                continue;
            }

            group.Add(job);
            weight += job.Weight;
        }
    }

    private void Commit(List<Job> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        var (fault, shared) = Attempt(group);
        if (fault is null)
        {
            group.ForEach(job => job.Succeed());
        }
        else if (shared && group.Count > 1)
        {
            // One of them may be to blame, as a batch that does not fit on the disk: each is tried alone.
            group.ForEach(job => Commit([job]));
        }
        else
        {
            group.ForEach(job => job.Fail(fault));
        }
    }

    /// <returns>What went wrong, and whether that was after the transaction had begun; null when all is durable.</returns>
    private (Exception? Fault, bool Shared) Attempt(List<Job> group)
    {
        var begun = false;
        try
        {
            ThrowIfStopped();
            using var transaction = new Transaction(_database, _clock);
            begun = true;
            group.ForEach(job => job.Run(transaction));
            transaction.Commit();
            _traces |= transaction.LeavesTraces;
            return (null, false);
        }
        catch (LedgerException damage) when (damage.Fault == LedgerFault.Damaged)
        {
            // Nothing more is written to a file that is not what was written to it.
            _stopped = damage;
            return (damage, false);
        }
        catch (Exception fault)
        {
            // Whatever it was, the loop goes on for the others; the caller gets it.
            return (fault, begun);
        }
    }

    private void ThrowIfStopped()
    {
        if (_stopped is not null)
        {
            throw new LedgerException(_stopped.Fault, _stopped.Message, _stopped);
        }
    }
}
