using Comms.Core.Ledger;
using Npgsql;

namespace Comms.Core.PostgreSql;

/// <summary>Says in clear words what the server's codes mean for the ledger. Codes: https://www.postgresql.org/docs/15/errcodes-appendix.html</summary>
internal static class PostgreSqlFault
{
    public static LedgerException From(NpgsqlException thrown, string name) => thrown is PostgresException answer
        ? new LedgerException(FaultOf(answer.SqlState), Words(answer, name), thrown)
        : new LedgerException(
            LedgerFault.Unavailable,
            $"The ledger {name} cannot be reached ({thrown.Message}). Nothing was changed; check that the server runs, and try again.",
            thrown);

    public static LedgerException Damaged(string what, string name) => new(LedgerFault.Damaged, DamagedWords(what, name));

    public static LedgerException Unknown(string name, Exception thrown) => new(
        LedgerFault.Unavailable,
        $"The ledger {name} was lost in the middle of a commit, and does not say whether it was kept. Look before you try again.",
        thrown);

    /// <summary>Whether the server gave way to another transaction: nothing was changed, and at once it may go through.</summary>
    public static bool IsWorthRepeating(NpgsqlException thrown) =>
        thrown.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation;

    private static LedgerFault FaultOf(string code) => code switch
    {
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => LedgerFault.Damaged,
        _ when code.StartsWith("23", StringComparison.Ordinal) || code.StartsWith("42", StringComparison.Ordinal) => LedgerFault.Damaged,
        _ => LedgerFault.Unavailable,
    };

    private static string Words(PostgresException thrown, string name) => thrown.SqlState switch
    {
        PostgresErrorCodes.DiskFull => $"The disk of the ledger {name} is full. Nothing was changed; free some space and try again.",
        PostgresErrorCodes.TooManyConnections => $"The server of the ledger {name} takes no more connections. Nothing was changed; try again.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"The ledger {name} cannot be written: the server is a standby or read-only. Nothing was changed; name the primary.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The server of the ledger {name} does not let this user in. Check the user and the password.",
        PostgresErrorCodes.InvalidCatalogName => $"There is no database for the ledger {name}. Create it, or name another.",
        PostgresErrorCodes.InsufficientPrivilege => $"This user may not use the ledger {name} ({thrown.MessageText}). Nothing was changed; grant it, or connect as its owner.",
        _ when FaultOf(thrown.SqlState) == LedgerFault.Damaged => DamagedWords(thrown.MessageText, name),
        _ => $"The ledger {name} cannot be used now ({thrown.SqlState}: {thrown.MessageText}). Nothing was changed.",
    };

    private static string DamagedWords(string what, string name) =>
        $"The ledger {name} is damaged: {what}. Stop the programs that use it, keep the database, and restore the last backup.";
}
