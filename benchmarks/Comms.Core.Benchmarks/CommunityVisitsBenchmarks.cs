using BenchmarkDotNet.Attributes;
using Comms.Core.Engagement.Graphs;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: whom a community of a hundred comes by is known in under 100 ms among a million accounts with ten million
/// ties. The baseline follows every walker of theirs through the whole graph, until one in a million is under way.
/// </summary>
public class CommunityVisitsBenchmarks
{
    private const int TiesOfEach = 10;
    private const double Carry = 0.85;

    private int[] _community = [];
    private double[] _begin = [];
    private AccountGraph? _graph;

    [Params(10_000, 100_000, 1_000_000, 10_000_000)]
    public int Ties { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var accounts = Ties / TiesOfEach;
        _graph = RandomTies.Freeze(RandomTies.Of(Ties, TiesOfEach), accounts);
        _community = [.. Enumerable.Range(0, 100).Select(member => member * (accounts / 100))];
        _begin = new double[accounts];
        foreach (var member in _community)
        {
            _begin[member] = 1;
        }
    }

    [Benchmark(Baseline = true)]
    public double[] WholeGraph() => _graph!.Visits(_begin, Carry);

    [Benchmark]
    public IReadOnlyList<AccountVisits> Community() => _graph!.VisitsNear(_community, Carry);

    [Benchmark]
    public IReadOnlyList<AccountVisits> CommunityRoughly() => _graph!.VisitsNear(_community, Carry, least: 1e-5);
}
