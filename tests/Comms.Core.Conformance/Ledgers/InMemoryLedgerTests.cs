using Comms.Core.Ledger;
using Comms.Core.Testing.Ledgers;

namespace Comms.Core.Conformance.Ledgers;

public sealed class InMemoryLedgerTests : LedgerConformance
{
    protected override int ModelRuns => 200;

    protected override ValueTask<ILedger> OpenAsync(TimeProvider clock) => ValueTask.FromResult<ILedger>(new InMemoryLedger(clock));
}
