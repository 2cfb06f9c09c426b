using Comms.Core.Ledger;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Comms.Core.Sqlite;

/// <summary>Says in clear words what SQLite's result codes mean for the ledger. Codes: https://sqlite.org/rescode.html</summary>
internal static class SqliteFault
{
    private const int PrimaryCode = 0xff;

    public static LedgerException From(SqliteException thrown, string file) =>
        new(FaultOf(thrown.SqliteErrorCode), Words(thrown.SqliteErrorCode, thrown.Message, file), thrown);

    public static LedgerException From(int code, string detail, string file) =>
        new(FaultOf(code), Words(code, detail, file));

    public static LedgerException Damaged(string what, string file) =>
        new(LedgerFault.Damaged, $"The ledger {file} is damaged: {what}. Stop the programs that use it, keep the file, and restore the last backup.");

    private static LedgerFault FaultOf(int code) => (code & PrimaryCode) switch
    {
        SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_ERROR or SQLITE_CONSTRAINT => LedgerFault.Damaged,
        _ => LedgerFault.Unavailable,
    };

    private static string Words(int code, string detail, string file) => (code & PrimaryCode) switch
    {
        SQLITE_FULL => $"The disk of the ledger {file} is full. Nothing was changed; free some space and try again.",
        SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH =>
            $"The ledger {file} cannot be written. Nothing was changed; allow this program to write the file and its folder.",
        SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL =>
            $"The ledger {file} is in use by another program that does not let go. Nothing was changed; try again.",
        SQLITE_CANTOPEN => $"The ledger {file} cannot be opened. Check that its folder exists and that this program may write there.",
        SQLITE_IOERR => $"The disk of the ledger {file} failed to read or write ({detail}). Nothing was changed; check the disk.",
        SQLITE_NOTADB => $"The file {file} is not a ledger, or its beginning is damaged. Name another file, or restore the last backup.",
        SQLITE_CORRUPT or SQLITE_ERROR or SQLITE_CONSTRAINT => Damaged(detail, file).Message,
        _ => $"The ledger {file} cannot be used now ({detail}). Nothing was changed.",
    };
}
