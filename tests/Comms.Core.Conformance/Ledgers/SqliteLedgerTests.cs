using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Comms.Core.Testing.Ledgers;

namespace Comms.Core.Conformance.Ledgers;

public sealed class SqliteLedgerTests : LedgerConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("comms-ledger-");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override async ValueTask<ILedger> OpenAsync(TimeProvider clock) => await OpenFileAsync(clock);

    protected override async ValueTask<ILedger?> ReopenAsync(TimeProvider clock) => await OpenFileAsync(clock);

    protected override async ValueTask<ILedger?> ShareAsync(TimeProvider clock) => await OpenFileAsync(clock);

    private ValueTask<SqliteLedger> OpenFileAsync(TimeProvider clock) =>
        SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(_folder.FullName, "comms.db"), Clock = clock }, Cancel);
}
