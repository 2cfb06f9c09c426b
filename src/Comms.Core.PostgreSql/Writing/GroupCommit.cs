using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// Commits a group in one transaction of two round trips and the commit: everything is judged before anything is written,
/// with all that it is judged by locked, so that a refused batch has nothing to undo.
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
        if (await ApplyAsync(connection, kept, ground).ConfigureAwait(false) is not { } number)
        {
            return;
        }

        try
        {
            await transaction.CommitAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException lost)
        {
            // Also a session that was ended may have been told so after its commit, in place of the answer.
            if (!await Fate.WasKeptAsync(server, number, kept, ground, lost).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    /// <returns>The transaction's number; null when nothing was to be changed.</returns>
    private async ValueTask<string?> ApplyAsync(NpgsqlConnection connection, LedgerBatch[] kept, Ground ground)
    {
        var batch = connection.CreateBatch();
        await using var batchScope = batch.ConfigureAwait(false);
        Changes.Append(batch, server, [.. kept.SelectMany(one => one.Writes)], ground);
        ChainChanges.Append(batch, server, kept, ground);
        if (batch.BatchCommands.Count == 0)
        {
            return null;
        }

        batch.BatchCommands.Insert(0, new NpgsqlBatchCommand(OwnNumber));
        return (string?)await batch.ExecuteScalarAsync().ConfigureAwait(false);
    }
}
