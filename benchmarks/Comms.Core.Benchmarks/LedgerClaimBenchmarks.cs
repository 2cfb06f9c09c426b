using BenchmarkDotNet.Attributes;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: what a claim of 50 costs depends on the 50, not on how many wait behind them. Those that wait are spread over
/// 1,000 accounts, as deliveries are. Needs the server of <c>tests/servers/up.sh DIR postgresql</c>.
/// </summary>
public class LedgerClaimBenchmarks
{
    private const int Claimed = 50;

    // A lease of a millisecond has ended before the next claim: every one finds all records waiting.
    private static readonly ClaimRequest Request = new()
    {
        Kind = LedgerPair.Kind,
        DueBy = SteppingClock.Start,
        Holder = "benchmark",
        LeaseFor = TimeSpan.FromMilliseconds(1),
        Limit = Claimed,
    };

    private DirectoryInfo? _folder;
    private ILedger? _ledger;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Waiting { get; set; }

    [GlobalSetup(Target = nameof(InMemory))]
    public Task SetupMemory() => FillAsync(new InMemoryLedger(new SteppingClock()));

    [GlobalSetup(Target = nameof(Sqlite))]
    public async Task SetupSqlite()
    {
        _folder = Directory.CreateTempSubdirectory("comms-benchmarks");
        await FillAsync(await SqliteLedger.OpenAsync(
            new SqliteLedgerOptions { Path = Path.Combine(_folder.FullName, "ledger.db"), Clock = new SteppingClock() }, CancellationToken.None));
    }

    [GlobalSetup(Target = nameof(PostgreSql))]
    public async Task SetupPostgreSql() => await FillAsync(await PostgreSqlLedger.OpenAsync(
        new PostgreSqlLedgerOptions { ConnectionString = TestServer.Connection, Schema = $"c_{Environment.ProcessId}_{Waiting}" }, CancellationToken.None));

    [GlobalCleanup]
    public async Task Cleanup()
    {
        if (_ledger is IAsyncDisposable ledger)
        {
            await ledger.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }

    [Benchmark(Baseline = true)]
    public Task<int> InMemory() => ClaimAsync();

    [Benchmark]
    public Task<int> Sqlite() => ClaimAsync();

    [Benchmark]
    public Task<int> PostgreSql() => ClaimAsync();

    private async Task FillAsync(ILedger ledger)
    {
        await AccountPosts.FillAsync(
            ledger, Waiting / AccountPosts.Accounts, (post, account) => SteppingClock.Start.AddDays(-1).AddMilliseconds((post * AccountPosts.Accounts) + account));
        _ledger = ledger;
    }

    private async Task<int> ClaimAsync()
    {
        var leased = await _ledger!.ClaimAsync(Request, CancellationToken.None);
        return leased.Count == Claimed ? leased.Count : throw new InvalidOperationException($"Only {leased.Count} were claimed.");
    }
}
