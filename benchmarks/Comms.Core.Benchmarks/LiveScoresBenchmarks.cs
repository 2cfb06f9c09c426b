using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using Comms.Core.Channels;
using Comms.Core.Engagement;
using Comms.Core.Engagement.Live;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: among ten million acts of a million accounts one more act is taken in, with all that scores rest on, in under
/// 5 µs, in less than 1 GB; and what that costs, and what scoring all of them costs, grows with their number. Every act
/// turns to somebody, one in four was answered, and a week comes as a week goes. The baseline counts the acts of each
/// account, and scores nobody.
/// </summary>
[PerAct]
public class LiveScoresBenchmarks
{
    private const int ActsOfEach = 10;
    private const int Weeks = 26;
    private const int MostWeeks = 20_000; // Four hundred years: after them it begins anew.

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private string[] _names = [];
    private LiveScores? _live;
    private int _week;
    private ulong _state = 1;

    [Params(10_000, 100_000, 1_000_000, 10_000_000)]
    public int Acts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _names = [.. Enumerable.Range(0, Acts / ActsOfEach).Select(at => string.Create(CultureInfo.InvariantCulture, $"@account{at}@towns.example"))];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Begin();
        _live!.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {_live.Acts:N0} acts: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:N0} MB held"));
    }

    private void Begin()
    {
        (_live, _week) = (new LiveScores(Start), 0);
        for (var week = 0; week < Weeks; week++)
        {
            TakeIn();
        }
    }

    [GlobalCleanup]
    public void Cleanup() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {_live!.Acts:N0} acts: at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB of the process"));

    [Benchmark(Baseline = true)]
    public int Count()
    {
        for (var at = 0; at < Acts / Weeks; at++)
        {
            var act = Next();
            _counts[act.Account] = _counts.GetValueOrDefault(act.Account) + 1;
        }

        return _counts.Count;
    }

    [Benchmark]
    public long TakeIn()
    {
        if (++_week > MostWeeks)
        {
            Begin();
        }

        _live!.MoveTo(Start.AddDays(7 * _week));
        for (var at = 0; at < Acts / Weeks; at++)
        {
            _live.Add(Next() with { At = Start.AddDays(7 * (_week - 1)).AddMilliseconds(1 + (600_000_000.0 * at * Weeks / Acts)) });
        }

        return _live.Acts;
    }

    [Benchmark]
    public AccountScore? Find() => _live!.Find(_names[Below(_names.Length)]);

    [Benchmark]
    public void Refresh() => _live!.Refresh();

    [Benchmark]
    public IReadOnlyList<AccountScore> Best() => _live!.Best(100);

    /// <summary>One in five turns to one of a hundredth of the accounts, the others to anyone.</summary>
    private Interaction Next() => new()
    {
        Account = _names[Below(_names.Length)],
        Act = (Act)Below(6),
        At = Start,
        Towards = _names[Below(Below(5) == 0 ? _names.Length / 100 : _names.Length)],
        Answered = Below(4) == 0,
    };

    private int Below(int bound)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (int)((_state >> 33) % (ulong)bound);
    }
}

/// <summary>Adds a column with the mean over the acts of a week, where a week is taken in.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PerActAttribute() : ColumnConfigBaseAttribute(new PerAct());

internal sealed class PerAct() : ColumnOfMean("ns/act", "Nanoseconds for one act")
{
    protected override string? Of(double mean, BenchmarkCase benchmarkCase) =>
        benchmarkCase.Descriptor.WorkloadMethod.Name is nameof(LiveScoresBenchmarks.Count) or nameof(LiveScoresBenchmarks.TakeIn)
        && benchmarkCase.Parameters[nameof(LiveScoresBenchmarks.Acts)] is int acts ? (mean / (acts / 26)).ToString("F0", CultureInfo.InvariantCulture) : null;
}
