using System.Reflection;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;
using Comms.Core.Testing.Ledgers;
using Xunit;

namespace Comms.Core.Conformance;

public sealed class NoneForgottenTests
{
    private static readonly Assembly[] Shipped = [typeof(InMemoryLedger).Assembly, typeof(SqliteLedger).Assembly, typeof(PostgreSqlLedger).Assembly];

    [Theory]
    [InlineData(typeof(ILedger), typeof(LedgerConformance))]
    [InlineData(typeof(IMediaStore), typeof(MediaStoreConformance))]
    public void Every_shipped_implementation_runs_its_suite(Type contract, Type suite)
    {
        string[] implementations = [.. Shipped.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(contract))
            .Select(type => type.Name + "Tests")];
        var suites = typeof(NoneForgottenTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(suite)).Select(type => type.Name);
        Assert.NotEmpty(implementations);
        Assert.Empty(implementations.Except(suites));
    }
}
