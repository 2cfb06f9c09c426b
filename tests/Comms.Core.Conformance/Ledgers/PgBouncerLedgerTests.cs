namespace Comms.Core.Conformance.Ledgers;

/// <summary>The same ledger through a PgBouncer that gives every transaction another session.</summary>
public sealed class PgBouncerLedgerTests : PostgreSqlLedgerTests
{
    protected override string Server => "COMMS_TEST_PGBOUNCER";

    protected override int ModelRuns => 10;
}
