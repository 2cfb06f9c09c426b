using Npgsql;

namespace Comms.Core.PostgreSql;

/// <summary>Where the shared ledger is.</summary>
public sealed record PostgreSqlLedgerOptions
{
    /// <summary>
    /// The server, the database and who connects, in Npgsql's words: <c>Host=…;Database=…;Username=…;Password=…</c>. It may
    /// name a PgBouncer in transaction mode: nothing but the hearing of hints is kept in a session. Never part of an error or a log.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// The schema that holds the ledger, made when there is none; 1 to 63 of <c>a-z</c>, <c>0-9</c> and <c>_</c>, not
    /// beginning with a digit. Default: <c>comms</c>.
    /// </summary>
    public string Schema { get; init; } = "comms";

    internal NpgsqlConnectionStringBuilder Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ConnectionString);
        ArgumentNullException.ThrowIfNull(Schema);
        if (Schema.Length is 0 or > 63 || char.IsAsciiDigit(Schema[0]) || !Schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            throw new ArgumentException("A schema has 1 to 63 of a-z, 0-9 and _, and does not begin with a digit.", nameof(Schema));
        }

        // Nothing is left in a session, so there is nothing to reset; PgBouncer would send the reset to any server.
        return new NpgsqlConnectionStringBuilder(ConnectionString) { NoResetOnClose = true, ApplicationName = "Comms.Core" };
    }

    /// <summary>The connection string has a password: only the schema is shown.</summary>
    public override string ToString() => $"{nameof(PostgreSqlLedgerOptions)} {{ {nameof(Schema)} = {Schema} }}";
}
