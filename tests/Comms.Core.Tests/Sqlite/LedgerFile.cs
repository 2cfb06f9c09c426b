using System.Text;
using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

/// <summary>A folder with a ledger's file in it, gone after the test.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("comms-sqlite-");

    public LedgerFile() => Path = System.IO.Path.Combine(_folder.FullName, "comms.db");

    public string Path { get; }

    public string Folder => _folder.FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask<SqliteLedger> OpenAsync(params string[] pragmas) => SqliteLedger.OpenAsync(
        new SqliteLedgerOptions { Path = Path, BusyTimeout = TimeSpan.FromMilliseconds(50), Pragmas = pragmas },
        Cancel);

    public async Task<LedgerException> RefusesToOpenAsync(params string[] pragmas) =>
        await Assert.ThrowsAsync<LedgerException>(async () =>
        {
            await using var ledger = await OpenAsync(pragmas);
        });

    /// <summary>Opens a ledger, creates records of 1 kB, and closes it.</summary>
    public async Task FillAsync(int records)
    {
        await using var ledger = await OpenAsync();
        Assert.True((await CreateAsync(ledger, "r", records)).Committed);
    }

    public static ValueTask<CommitResult> CreateAsync(ILedger ledger, string prefix, int records, int length = 1000) =>
        ledger.CommitAsync(new LedgerBatch { Writes = [.. Enumerable.Range(0, records).Select(number => Create($"{prefix}{number}", length))] }, Cancel);

    public static LedgerWrite Create(string id, int length = 10) => new()
    {
        Key = new RecordKey("thing", id),
        Expected = 0,
        Content = Encoding.ASCII.GetBytes(new string('x', length)),
    };

    public static async Task<int> CountAsync(ILedger ledger) =>
        await ledger.ReadAsync(new RecordQuery { Kind = "thing" }, Cancel).CountAsync(Cancel);

    /// <summary>Runs a script on the file as any other program could.</summary>
    public void Execute(string script)
    {
        using var connection = Connect();
        Execute(connection, script);
    }

    public static void Execute(SqliteConnection connection, string script)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The scripts are written in the tests.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
