using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Comms.Core.Testing.Ledgers;

namespace Comms.Core.Conformance.Ledgers;

public sealed class SqliteMediaStoreTests : MediaStoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("comms-media-");
    private SqliteLedger? _ledger;

    protected override async ValueTask<IMediaStore> OpenAsync()
    {
        _ledger = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(_folder.FullName, "comms.db") }, Cancel);
        return _ledger.Media;
    }

    protected override async ValueTask CloseAsync()
    {
        if (_ledger is not null)
        {
            await _ledger.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
