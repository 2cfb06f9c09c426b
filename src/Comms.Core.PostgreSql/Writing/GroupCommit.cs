using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// Commits a group in one transaction of two round trips and the commit, and one more for the chain: everything is judged before
/// anything is written, with all that it is judged by locked, so that a refused batch has nothing to undo.
/// </summary>
internal sealed class GroupCommit(Server server)
{
    private const int MostRepeats = 5;
    private const string OwnNumber = "SELECT pg_current_xact_id()::text";

    public async ValueTask RunAsync(IReadOnlyList<Job> jobs)
    {
        for (var repeat = 0; ; repeat++)
        {
            try
            {
                await OnceAsync(jobs).ConfigureAwait(false);
                return;
            }
            catch (NpgsqlException thrown) when (repeat < MostRepeats && PostgreSqlFault.IsWorthRepeating(thrown))
            {
                // The server rolled it back in favour of another transaction: it is judged anew.
            }
            catch (NpgsqlException thrown)
            {
                throw PostgreSqlFault.From(thrown, server.Name);
            }
        }
    }

    private async ValueTask OnceAsync(IReadOnlyList<Job> jobs)
    {
        var connection = await server.ConnectAsync(CancellationToken.None).ConfigureAwait(false);
        await using var connectionScope = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var transactionScope = transaction.ConfigureAwait(false);
        var ground = await Ground.ReadAsync(server, connection, jobs).ConfigureAwait(false);
        foreach (var job in jobs)
        {
            job.Result = Judging.Of(job.Batch, key => ground[key], ground.Now);
        }

        LedgerBatch[] kept = [.. jobs.Where(job => job.Result.Committed).Select(job => job.Batch)];
        if (await ChangeAsync(connection, kept, ground).ConfigureAwait(false) is not var (number, end))
        {
            return;
        }

        await ChainAsync(connection, kept, end).ConfigureAwait(false);
        try
        {
            await transaction.CommitAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException lost)
        {
            // Also a session that was ended may have been told so after its commit, in place of the answer.
            if (!await Fate.WasKeptAsync(server, number, kept, end, lost).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    /// <summary>Changes the records, and locks the end of the chain if it is to grow.</summary>
    /// <returns>The transaction's number and the end of the chain; null when nothing was to be changed.</returns>
    private async ValueTask<(string Number, ChainEnd End)?> ChangeAsync(NpgsqlConnection connection, LedgerBatch[] kept, Ground ground)
    {
        var chain = kept.Any(one => one.Entries.Count > 0);
        var batch = connection.CreateBatch();
        await using var batchScope = batch.ConfigureAwait(false);
        Changes.Append(batch, server, [.. kept.SelectMany(one => one.Writes)], ground);
        if (batch.BatchCommands.Count == 0 && !chain && !kept.Any(one => one.Erase.Count > 0))
        {
            return null;
        }

        batch.BatchCommands.Insert(0, new NpgsqlBatchCommand(OwnNumber));
        if (chain)
        {
            ChainChanges.AppendLock(batch, server);
        }

        var (number, end) = ("", ChainEnd.Empty);
        var rows = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var rowsScope = rows.ConfigureAwait(false);
        await rows.EachAsync(true, row => number = row.GetString(0)).ConfigureAwait(false);
        await rows.EachAsync(chain, _ => { }).ConfigureAwait(false);
        await rows.EachAsync(chain, row => end = new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(1))).ConfigureAwait(false);
        return (number, end);
    }

    private async ValueTask ChainAsync(NpgsqlConnection connection, LedgerBatch[] kept, ChainEnd end)
    {
        var batch = connection.CreateBatch();
        await using var batchScope = batch.ConfigureAwait(false);
        ChainChanges.Append(batch, server, kept, end);
        if (batch.BatchCommands.Count > 0)
        {
            _ = await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
