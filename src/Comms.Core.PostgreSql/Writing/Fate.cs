using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// What became of a transaction whose connection was lost while its commit was under way. The server knows
/// (https://www.postgresql.org/docs/15/functions-info.html, pg_xact_status); since a number may be given again after a crash,
/// a kept transaction must also have left what it wrote.
/// </summary>
internal static class Fate
{
    /// <summary>While the server starts again, or the lost session is still at it.</summary>
    private const int MostQuestions = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const string Question =
        """
        SELECT pg_xact_status($1::xid8), EXISTS (
            SELECT 1 FROM comms.record WHERE key = ANY ($2) AND xmin = $1::xid8::xid
            UNION ALL
            SELECT 1 FROM comms.chain WHERE sequence = $3 AND commitment = $4)
        """;

    /// <exception cref="LedgerException">The server does not say.</exception>
    public static async ValueTask<bool> WasKeptAsync(Server server, string number, LedgerBatch[] kept, ChainEnd end, NpgsqlException lost)
    {
        for (var question = 0; question < MostQuestions; question++)
        {
            switch (await AskAsync(server, number, kept, end.Sequence + 1).ConfigureAwait(false))
            {
                case ("committed", true):
                    return true;
                case ("aborted", _):
                    return false;
                case ("committed", false):
                    throw PostgreSqlFault.Unknown(server.Name, lost);
                default:
                    await Task.Delay(Pause, TimeProvider.System).ConfigureAwait(false);
                    break;
            }
        }

        throw PostgreSqlFault.Unknown(server.Name, lost);
    }

    private static async ValueTask<(string? Status, bool Left)> AskAsync(Server server, string number, LedgerBatch[] kept, long firstLink)
    {
        try
        {
            var answers = await server.ListAsync(
                Question,
                parameters =>
                {
                    parameters.Add(NpgsqlDbType.Text, number);
                    parameters.Add(NpgsqlDbType.Array | NpgsqlDbType.Bytea, kept.SelectMany(one => one.Writes).Select(write => KeyHash.Of(write.Key)).ToArray());
                    parameters.Add(NpgsqlDbType.Bigint, firstLink);
                    parameters.Add(NpgsqlDbType.Bytea, kept.SelectMany(one => one.Entries).FirstOrDefault()?.Commit());
                },
                row => (row.IsDBNull(0) ? null : row.GetString(0), row.GetBoolean(1)),
                CancellationToken.None).ConfigureAwait(false);
            return answers[0];
        }
        catch (LedgerException)
        {
            return (null, false);
        }
    }
}
