using BenchmarkDotNet.Attributes;
using Comms.Core.Cases;
using Comms.Core.Governance;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: with 100,000 open cases, the first page of the list, what is overdue (1,000 cases) and a round of the on-call
/// sweep that tells of 50 emergencies each take less than 100 ms, on both ledgers. The baseline reads every case and picks.
/// Needs the server of <c>tests/servers/up.sh DIR postgresql</c>.
/// </summary>
public class CaseLoadBenchmarks
{
    private const int Page = 100;
    private CaseLoad? _load;

    public enum Store
    {
        Sqlite,
        PostgreSql,
    }

    [Params(Store.Sqlite, Store.PostgreSql)]
    public Store On { get; set; }

    private CaseDesk Cases => _load!.Engine.Cases;

    [GlobalSetup]
    public async Task Setup() => _load = await CaseLoad.OnAsync(On == Store.Sqlite);

    [Benchmark(Baseline = true)]
    public async Task<int> ReadAllAndPick() =>
        await Cases.ListAsync(Actor.Engine).CountAsync(one => one.IsOpen && one.Due < CaseLoad.Today) is CaseLoad.Overdue and var count
            ? count : throw new InvalidOperationException("Others are overdue than were made so.");

    [Benchmark]
    public async Task<int> List() => await Cases.ListOpenAsync(Actor.Engine).Take(Page).CountAsync();

    [Benchmark]
    public async Task<int> Overdue() =>
        await Cases.ListOpenAsync(Actor.Engine, CaseLoad.Today.AddDays(-1)).CountAsync() is CaseLoad.Overdue and var count
            ? count : throw new InvalidOperationException("Others are overdue than were made so.");

    /// <summary>Everyone on call is told again each time: the clock goes on by an hour.</summary>
    [Benchmark]
    public async Task<int> OnCall() => await _load!.TellAsync();
}
