using BenchmarkDotNet.Attributes;
using Comms.Core.Ledger;

namespace Comms.Core.Benchmarks;

/// <summary>The claim: what a claim of 50 costs depends on the 50, not on how many wait behind them.</summary>
public class LedgerClaimBenchmarks
{
    private const int Claimed = 50;

    // Leases end before the clock is read again: every claim finds all records waiting.
    private static readonly ClaimRequest Request = new()
    {
        Kind = LedgerPair.Kind,
        DueBy = SteppingClock.Start.AddYears(1),
        Holder = "benchmark",
        LeaseFor = TimeSpan.FromSeconds(1),
        Limit = Claimed,
    };

    private LedgerPair? _ledgers;

    [Params(1_000, 10_000, 100_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public async Task Setup() => _ledgers = await LedgerPair.OpenAsync(Waiting);

    [GlobalCleanup]
    public async Task Cleanup() => await _ledgers!.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task<int> InMemory() => ClaimAsync(_ledgers!.Memory);

    [Benchmark]
    public Task<int> Sqlite() => ClaimAsync(_ledgers!.Sqlite);

    private static async Task<int> ClaimAsync(ILedger ledger)
    {
        var leased = await ledger.ClaimAsync(Request, CancellationToken.None);
        return leased.Count == Claimed ? leased.Count : throw new InvalidOperationException($"Only {leased.Count} were claimed.");
    }
}
