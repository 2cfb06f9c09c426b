using BenchmarkDotNet.Attributes;

namespace Comms.Core.Benchmarks;

/// <summary>The claim: a batch of 500 writes is one durable transaction of milliseconds.</summary>
public class LedgerCommitBenchmarks
{
    private LedgerPair? _ledgers;
    private long _memoryRevision;
    private long _sqliteRevision;

    [GlobalSetup]
    public async Task Setup()
    {
        _ledgers = await LedgerPair.OpenAsync();
        _memoryRevision = _sqliteRevision = 0;
    }

    [GlobalCleanup]
    public async Task Cleanup() => await _ledgers!.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task InMemory() => LedgerPair.CommitAsync(_ledgers!.Memory, ++_memoryRevision);

    [Benchmark]
    public Task Sqlite() => LedgerPair.CommitAsync(_ledgers!.Sqlite, ++_sqliteRevision);
}
