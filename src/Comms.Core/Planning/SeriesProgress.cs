using System.Globalization;

namespace Comms.Core.Planning;

/// <summary>Where a series stands: what is out, what is next, and when it would end at this pace. Only a series makes one.</summary>
public sealed class SeriesProgress
{
    // A pace nobody has seen yet is taken as the one of Jeffreys: half a piece in no time at all.
    private const double PriorPieces = 0.5;

    // 80 of 100 paces lie between these standard normal quantiles.
    private const double Quantile = 1.2815515655446004;

    private SeriesProgress(Series series, DateOnly today)
    {
        Series = series.Name;
        Done = series.Done.Count;
        Total = series.Pieces.Count;
        var known = series.Done.Select(done => done.Piece).ToHashSet(StringComparer.Ordinal);
        Next = series.Pieces.FirstOrDefault(piece => !known.Contains(piece));
        if (Done < 2 || Left == 0)
        {
            return;
        }

        var weeks = Math.Max(1, (today.DayNumber - series.Done.Min(done => done.On).DayNumber) / 7.0);
        PerWeek = Done / weeks;
        EarliestEnd = After(today, Left / Gamma(Done + PriorPieces, Quantile) * weeks);
        ProjectedEnd = After(today, Left / PerWeek.Value);
        LatestEnd = After(today, Left / Gamma(Done + PriorPieces, -Quantile) * weeks);
    }

    /// <summary>The series' name.</summary>
    public string Series { get; }

    /// <summary>How many pieces are out.</summary>
    public int Done { get; }

    /// <summary>How many pieces it has.</summary>
    public int Total { get; }

    /// <summary>How many are to come.</summary>
    public int Left => Total - Done;

    /// <summary>The first piece that is not out; null when all are.</summary>
    public string? Next { get; }

    /// <summary>Pieces a week since the first; null before the second, when there is no pace to speak of.</summary>
    public double? PerWeek { get; }

    /// <summary>The day it ends at this pace; null when there is no pace, or nothing left.</summary>
    public DateOnly? ProjectedEnd { get; }

    /// <summary>The early end of the 80 % interval of <see cref="ProjectedEnd"/>.</summary>
    public DateOnly? EarliestEnd { get; }

    /// <summary>The late end of the 80 % interval of <see cref="ProjectedEnd"/>.</summary>
    public DateOnly? LatestEnd { get; }

    /// <summary>As <c>1 down, 72 to go</c>.</summary>
    public override string ToString() => Left == 0
        ? string.Create(CultureInfo.InvariantCulture, $"all {Total} done")
        : string.Create(CultureInfo.InvariantCulture, $"{Done} down, {Left} to go");

    /// <summary>Looks at a series as it stands on a day.</summary>
    /// <param name="series">The series. What is not one is refused: see <see cref="Faults"/>.</param>
    /// <param name="today">The day; nothing that is out may lie after it.</param>
    /// <exception cref="ArgumentException">The series has a fault; all are named.</exception>
    public static SeriesProgress Of(Series series, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(series);
        string[] faults = [.. Faults(series, today)];
        return faults.Length == 0
            ? new SeriesProgress(series, today)
            : throw new ArgumentException(string.Join("; ", faults), nameof(series));
    }

    /// <summary>What is wrong with a series: a piece that stands twice, that came out twice or before its time, or that it does not have.</summary>
    /// <param name="series">The series.</param>
    /// <param name="today">The day on which it is looked at.</param>
    public static IEnumerable<string> Faults(Series series, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(series);
        return
        [
            .. Doubled(series.Pieces).Select(piece => $"{series.Name} has '{piece}' twice"),
            .. Doubled(series.Done.Select(done => done.Piece)).Select(piece => $"'{piece}' of {series.Name} came out twice"),
            .. series.Done.Where(done => !series.Pieces.Contains(done.Piece, StringComparer.Ordinal))
                .Select(done => $"{series.Name} has no '{done.Piece}'"),
            .. series.Done.Where(done => done.On > today)
                .Select(done => string.Create(CultureInfo.InvariantCulture, $"'{done.Piece}' of {series.Name} comes out only on {done.On:yyyy-MM-dd}")),
        ];
    }

    private static IEnumerable<string> Doubled(IEnumerable<string> pieces) =>
        pieces.CountBy(piece => piece, StringComparer.Ordinal).Where(pair => pair.Value > 1).Select(pair => pair.Key);

    private static DateOnly? After(DateOnly today, double weeks) =>
        weeks * 7 <= DateOnly.MaxValue.DayNumber - today.DayNumber ? today.AddDays((int)Math.Ceiling(weeks * 7)) : DateOnly.MaxValue;

    // The quantile of a gamma distribution of scale 1 by Wilson and Hilferty (PNAS 17, 1931): within 1 % from shape 2 on.
    private static double Gamma(double shape, double normal) =>
        shape * Math.Pow(1 - (1 / (9 * shape)) + (normal / (3 * Math.Sqrt(shape))), 3);
}
