using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>Rewrites the tables that hold words of people, once no transaction can still see what was removed from them: what it could see is copied.</summary>
internal static class Sweeping
{
    private const int Looks = 600;
    private const string Now = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text";

    private const string FileOf = "SELECT pg_relation_filenode($1::regclass)";

    private const string IsClear =
        """
        SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 AND NOT EXISTS (
            SELECT FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) > age($1::text::xid8::xid))
        FROM pg_sleep($2)
        """;

    private static readonly string[] Tables = ["comms.record", "comms.lane", "comms.chain_payload", "comms.media_part"];

    /// <exception cref="LedgerException">A transaction that was open before stays open, or the user may not.</exception>
    public static async ValueTask RunAsync(Server server, CancellationToken cancel)
    {
        var before = (await server.ListAsync(Now, Commands.Nothing, row => row.GetString(0), cancel).ConfigureAwait(false))[0];
        for (var look = 0; !await IsClearAsync(server, before, look == 0 ? 0 : 0.1, cancel).ConfigureAwait(false); look++)
        {
            if (look == Looks)
            {
                throw new LedgerException(LedgerFault.Unavailable, $"A transaction on the server of {server.Name} that could still see what was removed does not end: try again later.");
            }
        }

        foreach (var table in Tables)
        {
            if (!await server.UseAsync(connection => RewriteAsync(connection, server.Sql(table), cancel), cancel).ConfigureAwait(false))
            {
                throw new LedgerException(LedgerFault.Unavailable, $"The user of the ledger {server.Name} may not rewrite its tables: sweep as who owns them.");
            }
        }
    }

    /// <returns>Whether the table was written anew: a user who may not gets a notice from the server, and no error.</returns>
    private static async ValueTask<bool> RewriteAsync(NpgsqlConnection connection, string table, CancellationToken cancel)
    {
        var before = await FileOfAsync(connection, table, cancel).ConfigureAwait(false);
        await connection.RunAsync($"VACUUM (FULL) {table}", Commands.Nothing, cancel, mayTakeLong: true).ConfigureAwait(false);
        return await FileOfAsync(connection, table, cancel).ConfigureAwait(false) != before;
    }

    private static async ValueTask<uint> FileOfAsync(NpgsqlConnection connection, string table, CancellationToken cancel) =>
        (await connection.ListAsync(FileOf, parameters => parameters.Add(NpgsqlDbType.Text, table), row => row.GetFieldValue<uint>(0), cancel).ConfigureAwait(false))[0];

    private static async ValueTask<bool> IsClearAsync(Server server, string before, double after, CancellationToken cancel) =>
        (await server.ListAsync(
            IsClear,
            parameters =>
            {
                parameters.Add(NpgsqlDbType.Text, before);
                parameters.Add(NpgsqlDbType.Double, after);
            },
            row => row.GetBoolean(0),
            cancel).ConfigureAwait(false))[0];
}
