using System.Threading.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// The one writer of this process: a queue drained by one loop. Batches that wait while the server's disk is busy share the
/// next transaction, and so one wait for the disk.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int QueueLength = 1024;

    private readonly Channel<Job> _queue =
        Channel.CreateBounded<Job>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly GroupCommit _commit;
    private readonly Task _loop;

    public Writer(Server server)
    {
        _commit = new GroupCommit(server);
        _loop = Task.Run(DrainAsync);
    }

    public async ValueTask<CommitResult> RunAsync(LedgerBatch batch, CancellationToken cancel)
    {
        var job = new Job(batch, cancel);
        try
        {
            await _queue.Writer.WriteAsync(job, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(PostgreSqlLedger));
        }

        return await job.Answer.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task DrainAsync()
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            await CommitAsync(Gather()).ConfigureAwait(false);
        }
    }

    private List<Job> Gather()
    {
        var group = new Group();
        while (_queue.Reader.TryPeek(out var job))
        {
            if (job.IsCancelled)
            {
                job.Cancel();
            }
            else if (!group.TryAdd(job))
            {
                break;
            }

            _ = _queue.Reader.TryRead(out _);
        }

        return group.Jobs;
    }

    private async ValueTask CommitAsync(List<Job> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            await _commit.RunAsync(group).ConfigureAwait(false);
            group.ForEach(job => job.Succeed());
        }
        catch (LedgerException fault) when (group.Count > 1 && fault.InnerException is Npgsql.PostgresException)
        {
            // One of them may be to blame, as a batch that does not fit on the disk: each is tried alone.
            foreach (var job in group)
            {
                await CommitAsync([job]).ConfigureAwait(false);
            }
        }
        catch (Exception fault)
        {
            // Whatever it was, the loop goes on for the others; the caller gets it.
            group.ForEach(job => job.Fail(fault));
        }
    }
}
