using BenchmarkDotNet.Attributes;
using Comms.Core.Scheduling;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: the next free slot over a plan of a million posts is found in under 50 µs, without allocating, and the time
/// grows with the logarithm of the plan. The plan is the worst one: every slot from the first on is taken. The baseline
/// asks slot after slot whether it is taken, of a set.
/// </summary>
public class NextFreeSlotBenchmarks
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private readonly HashSet<long> _taken = [];
    private SlotBook? _book;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Posts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var grid = new SlotGrid { Times = [.. Enumerable.Range(0, 1440).Select(minute => TimeOnly.MinValue.AddMinutes(minute))] };
        _book = new SlotBook(grid, "Europe/London", DateOnly.FromDateTime(Start.DateTime));
        _taken.Clear();
        for (var post = 0; post < Posts; post++)
        {
            _book.Take(Start.AddMinutes(post));
            _taken.Add(Start.AddMinutes(post).UtcTicks);
        }
    }

    [Benchmark]
    public Slot? Book() => _book!.Next(Start);

    [Benchmark(Baseline = true)]
    public DateTimeOffset SlotAfterSlot()
    {
        var slot = Start;
        while (_taken.Contains(slot.UtcTicks))
        {
            slot = slot.AddMinutes(1);
        }

        return slot;
    }
}
