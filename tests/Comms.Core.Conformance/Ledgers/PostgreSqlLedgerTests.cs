using Comms.Core.Ledger;
using Comms.Core.Testing.Ledgers;
using Comms.Core.Tests.PostgreSql;

namespace Comms.Core.Conformance.Ledgers;

public class PostgreSqlLedgerTests : LedgerConformance
{
    private TestSchema? _schema;

    /// <summary>The variable that says where the server is.</summary>
    protected virtual string Server => "COMMS_TEST_POSTGRESQL";

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }

    protected override async ValueTask<ILedger> OpenAsync(TimeProvider clock)
    {
        _schema = new TestSchema(Server);
        var ledger = await _schema.OpenAsync(Cancel);
        await _schema.StopClockAsync(Clock.GetUtcNow());
        return ledger;
    }

    protected override async ValueTask<ILedger?> ReopenAsync(TimeProvider clock) => await _schema!.OpenAsync(Cancel);

    protected override async ValueTask<ILedger?> ShareAsync(TimeProvider clock) => await _schema!.OpenAsync(Cancel);

    protected override async ValueTask PassAsync(TimeSpan span)
    {
        await base.PassAsync(span);
        await _schema!.MoveClockAsync(span);
    }
}
