using System.Runtime.CompilerServices;
using Comms.Core.Ledger;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>
/// A process's way to the ledger: a request may be lost, and so may the answer to one that was served. Whoever wants to hear of
/// changes never does: every such hint is lost.
/// </summary>
internal sealed class NetworkLedger(World world, Weather weather, Process process, Witness store) : ILedger, IDueHints
{
    public ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel) => AskAsync(() => store.Find(key), cancel);

    public async IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var record in await AskAsync(() => store.Read(query), cancel))
        {
            yield return record;
        }
    }

    public ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel) =>
        AskAsync(() => store.Claim(request, process), cancel);

    public ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
    {
        var asked = world.Now;
        return AskAsync(() => store.Commit(batch, process, asked), cancel);
    }

    public IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) => throw new NotSupportedException("No host reads the chain.");

    public ValueTask<TimeSpan?> NextDueAsync(string kind, DateTimeOffset? after, CancellationToken cancel) => AskAsync(() => store.NextDue(kind, after), cancel);

    public IDisposable Hear(string kind, Action changed) => Stream.Null;

    private ValueTask<T> AskAsync<T>(Func<T> serve, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var answer = new TaskCompletionSource<T>();
        var fate = weather.OfLedger();
        world.In(weather.Hop(), () =>
        {
            var served = fate == Fate.RequestLost ? default : serve();
            if (fate == Fate.Fine)
            {
                world.In(weather.Hop(), () => answer.SetResult(served!), process);
            }
            else
            {
                world.In(weather.Hop(), () => answer.SetException(new LedgerException($"{fate}")), process);
            }
        });
        return new ValueTask<T>(answer.Task);
    }
}
