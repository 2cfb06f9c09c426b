using BenchmarkDotNet.Attributes;
using Comms.Core.Scheduling;
using NodaTime;
using NodaTime.Extensions;

namespace Comms.Core.Benchmarks;

/// <summary>
/// What it costs to be right at a change of the clocks: the next occurrence of a daily plan just before every transition
/// of ten years in every zone, beside Noda Time's own resolving of that one wall time.
/// </summary>
public class ClockChangeBenchmarks
{
    private (Recurrence Plan, DateTimeOffset After, DateTimeZone Zone, LocalDateTime Wall)[] _changes = [];
    private int _at;

    [GlobalSetup]
    public void Setup() => _changes =
    [
        .. from zone in DateTimeZoneProviders.Tzdb.GetAllZones()
           from interval in zone.GetZoneIntervals(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))
           where interval.HasEnd && interval.End < Instant.FromUtc(2030, 1, 1, 0, 0)
           let wall = interval.IsoLocalEnd
           let local = wall.ToDateTimeUnspecified()
           select (
               new Recurrence
               {
                   First = DateOnly.FromDateTime(local).AddDays(-1000), Time = TimeOnly.FromDateTime(local), Zone = zone.Id, Frequency = Frequency.Daily,
               },
               interval.End.Minus(Duration.FromHours(3)).ToDateTimeOffset(),
               zone,
               wall),
    ];

    [Benchmark]
    public DateTimeOffset NextOverAChange()
    {
        var change = _changes[_at = (_at + 1) % _changes.Length];
        return change.Plan.Next(change.After)!.Instant;
    }

    [Benchmark(Baseline = true)]
    public Instant NodaTimeResolves()
    {
        var change = _changes[_at = (_at + 1) % _changes.Length];
        return change.Zone.AtLeniently(change.Wall).ToInstant();
    }
}
