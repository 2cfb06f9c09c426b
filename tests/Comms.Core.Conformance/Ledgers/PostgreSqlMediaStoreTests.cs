using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Testing.Ledgers;
using Comms.Core.Tests.PostgreSql;

namespace Comms.Core.Conformance.Ledgers;

public sealed class PostgreSqlMediaStoreTests : MediaStoreConformance
{
    private TestSchema? _schema;
    private PostgreSqlLedger? _ledger;

    protected override async ValueTask<IMediaStore> OpenAsync()
    {
        _schema = new TestSchema();
        _ledger = await _schema.OpenAsync(Cancel);
        return _ledger.Media;
    }

    protected override async ValueTask CloseAsync()
    {
        if (_ledger is not null)
        {
            await _ledger.DisposeAsync();
        }

        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }
}
