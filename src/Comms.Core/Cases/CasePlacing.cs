using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>Gives open cases that an earlier program stored their place among the others, once for a ledger.</summary>
internal sealed class CasePlacing(ILedger ledger)
{
    private const int Batch = 500;
    private static readonly RecordKey Done = new("case-placing", "1");
    private bool _isDone;

    public async ValueTask RunAsync(CancellationToken cancel)
    {
        if (_isDone || await ledger.FindAsync(Done, cancel).ConfigureAwait(false) is not null)
        {
            _isDone = true;
            return;
        }

        var (waiting, all) = (new List<LedgerWrite>(), true);
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (record.Due is null && StoredRecord.Whole(record, CaseRecord.Open) is { } one && CaseTurn.Of(one) is not null)
            {
                waiting.Add(one.Over(record));
            }

            if (waiting.Count == Batch)
            {
                all &= await CommitAsync(waiting, cancel).ConfigureAwait(false);
            }
        }

        if (all & await CommitAsync(waiting, cancel).ConfigureAwait(false))
        {
            await ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = Done, Expected = 0, Content = Array.Empty<byte>() }] }, cancel).ConfigureAwait(false);
        }
    }

    /// <returns>False where others changed one of them meanwhile: the next run looks again.</returns>
    private async ValueTask<bool> CommitAsync(List<LedgerWrite> waiting, CancellationToken cancel)
    {
        var result = await ledger.CommitAsync(new LedgerBatch { Writes = [.. waiting] }, cancel).ConfigureAwait(false);
        waiting.Clear();
        return result.Committed;
    }
}
