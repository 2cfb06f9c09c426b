using System.Globalization;
using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Migrations;

/// <summary>
/// Brings a schema to the layout of this program: scripts by number, all in one transaction, one host at a time. A layout
/// says which is the oldest program that may use it, so that hosts of two versions may run together while it only adds.
/// </summary>
internal static class Migrator
{
    private const string Encoding = "SHOW server_encoding";
    private const string IsThere = "SELECT to_regclass($1) IS NOT NULL";
    private const string Layout = "SELECT version, oldest FROM comms.layout";

    // CREATE SCHEMA IF NOT EXISTS asks for the right to create even where the schema is there.
    private const string Schema = "CREATE SCHEMA ";
    private const string SchemaIsThere = "SELECT to_regnamespace($1) IS NOT NULL";

    private const string Table =
        """
        CREATE TABLE comms.layout (
            single  boolean PRIMARY KEY DEFAULT true CHECK (single),
            version integer NOT NULL,
            oldest  integer NOT NULL
        );
        INSERT INTO comms.layout (version, oldest) VALUES (0, 0);
        """;

    public static int Newest => Scripts.InOrder().Length;

    /// <param name="server">Where.</param>
    /// <param name="version"><see cref="Newest"/>, or an earlier one: tests make old layouts with it.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    public static async ValueTask MigrateAsync(Server server, int version, CancellationToken cancel)
    {
        var encoding = await server.ListAsync(Encoding, Commands.Nothing, row => row.GetString(0), cancel).ConfigureAwait(false);
        if (encoding[0] != "UTF8")
        {
            throw new LedgerException(
                LedgerFault.Unavailable, $"The database of the ledger {server.Name} keeps text as {encoding[0]}, not as UTF8. Create one with ENCODING 'UTF8'.");
        }

        if (await VersionAsync(server, cancel).ConfigureAwait(false) < version)
        {
            await server.InTransactionAsync(connection => UpgradeAsync(server, connection, version, cancel), cancel).ConfigureAwait(false);
        }
    }

    /// <exception cref="LedgerException">Only a newer program may use it.</exception>
    private static ValueTask<int> VersionAsync(Server server, CancellationToken cancel) =>
        server.UseAsync(connection => VersionAsync(server, connection, cancel), cancel);

    private static async ValueTask<int> VersionAsync(Server server, NpgsqlConnection connection, CancellationToken cancel)
    {
        if (!await AskAsync(connection, IsThere, $"{server.Schema}.layout", cancel).ConfigureAwait(false))
        {
            return 0;
        }

        var layout = await connection.ListAsync(
            server.Sql(Layout), Commands.Nothing, row => (Version: row.GetInt32(0), Oldest: row.GetInt32(1)), cancel).ConfigureAwait(false);
        return layout is not [var (version, oldest)] ? throw PostgreSqlFault.Damaged("it does not say which layout it has", server.Name)
            : oldest <= Newest ? version
            : throw new LedgerException(
                LedgerFault.Newer,
                string.Create(CultureInfo.InvariantCulture, $"The ledger {server.Name} has layout {version}, which a program that knows up to {Newest} may not use; it was left as it is. Use the newer program."));
    }

    private static async ValueTask<bool> UpgradeAsync(Server server, NpgsqlConnection connection, int version, CancellationToken cancel)
    {
        await connection.ListAsync(Turns.AtLayout, parameters => parameters.Add(NpgsqlDbType.Text, server.Schema), _ => true, cancel).ConfigureAwait(false);
        if (!await AskAsync(connection, SchemaIsThere, server.Schema, cancel).ConfigureAwait(false))
        {
            await connection.RunAsync(Schema + server.Schema, Commands.Nothing, cancel).ConfigureAwait(false);
        }

        if (!await AskAsync(connection, IsThere, $"{server.Schema}.layout", cancel).ConfigureAwait(false))
        {
            await connection.RunAsync(server.Sql(Table), Commands.Nothing, cancel).ConfigureAwait(false);
        }

        // Another host may have been first while this one waited for its turn.
        var before = await VersionAsync(server, connection, cancel).ConfigureAwait(false);
        foreach (var script in Scripts.InOrder().Take(version).Skip(before))
        {
            await connection.RunAsync(server.Sql(Scripts.Read(script)), Commands.Nothing, cancel).ConfigureAwait(false);
        }

        return await connection.RunAsync(
            server.Sql("UPDATE comms.layout SET version = greatest(version, $1), oldest = greatest(oldest, 1)"),
            parameters => parameters.Add(NpgsqlDbType.Integer, version),
            cancel).ConfigureAwait(false) == 1;
    }

    private static async ValueTask<bool> AskAsync(NpgsqlConnection connection, string question, string name, CancellationToken cancel) =>
        (await connection.ListAsync(question, parameters => parameters.Add(NpgsqlDbType.Text, name), row => row.GetBoolean(0), cancel).ConfigureAwait(false))[0];
}
