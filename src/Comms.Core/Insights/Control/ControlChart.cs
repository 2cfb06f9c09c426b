namespace Comms.Core.Insights.Control;

/// <summary>
/// A control chart: what is usual, and which points chance alone would seldom give. Rules and figures are those of NHS
/// England's Making Data Count, kept as dated data. Pure: the same numbers give the same chart. Immutable and thread-safe.
/// </summary>
public sealed class ControlChart
{
    private ControlChart(ChartKind kind, IReadOnlyList<ControlPoint> points, IReadOnlyList<ControlSignal> signals)
    {
        Kind = kind;
        Points = points;
        Signals = signals;
    }

    /// <summary>With fewer points no limits are drawn, and nothing is a signal.</summary>
    public static int FewestPoints => ControlRules.Shipped.FewestPoints;

    /// <summary>What kind of figures it shows.</summary>
    public ChartKind Kind { get; }

    /// <summary>A point for each period, in order.</summary>
    public IReadOnlyList<ControlPoint> Points { get; }

    /// <summary>What chance alone would seldom give, by first point; their indices are those of <see cref="Points"/>.</summary>
    public IReadOnlyList<ControlSignal> Signals { get; }

    /// <summary>
    /// Charts individual values and their moving ranges (XmR): the limits lie 2.66 mean moving ranges from the mean.
    /// </summary>
    /// <param name="values">One for each period, in order; finite, 0 or more.</param>
    /// <param name="baseline">How many of the first points say what is usual; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is below 0 or not finite, or the baseline is shorter than <see cref="FewestPoints"/>.</exception>
    public static ControlChart OfValues(IReadOnlyList<double> values, int? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Any(value => !double.IsFinite(value) || value < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(values), "A value is below 0 or not finite.");
        }

        var rules = ControlRules.Shipped;
        return Draw(ChartKind.Xmr, [.. values.Select(value => (double?)value)], dense => Baseline.OfValues([.. dense.Select(at => values[at])], Usual(baseline, rules), rules));
    }

    /// <summary>
    /// Charts shares (p): the limits lie three sigmas of chance from the share of all, and further where the shares wander more
    /// than chance explains. A period of none has no point, and parts no run.
    /// </summary>
    /// <param name="shares">One for each period, in order.</param>
    /// <param name="baseline">How many of the first points say what is usual; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is none, or the baseline is shorter than <see cref="FewestPoints"/>.</exception>
    public static ControlChart OfShares(IReadOnlyList<Proportion> shares, int? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(shares);
        foreach (var share in shares)
        {
            share.Check();
        }

        var rules = ControlRules.Shipped;
        return Draw(
            ChartKind.P,
            [.. shares.Select(share => share.Of == 0 ? (double?)null : share.Value)],
            dense => Baseline.OfShares([.. dense.Select(at => shares[at])], Usual(baseline, rules), rules));
    }

    /// <summary>
    /// The same chart without the values that are too small to be shown, nor limits that would give away a size; what limits
    /// are left are whole counts, or whole per cent.
    /// </summary>
    internal ControlChart Hiding(Func<int, bool> value, Func<int, bool> limits) => Enumerable.Range(0, Points.Count).Any(at => value(at) || limits(at))
        ? new(Kind, [.. Points.Select((point, at) => point.Hiding(value(at), limits(at), Kind == ChartKind.P ? 2 : 0))], Signals)
        : this;

    private static int Usual(int? baseline, ControlRules rules)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline ?? int.MaxValue, rules.FewestPoints, nameof(baseline));
        return baseline ?? int.MaxValue;
    }

    private static ControlChart Draw(ChartKind kind, double?[] values, Func<int[], Limits[]> draw)
    {
        int[] dense = [.. Enumerable.Range(0, values.Length).Where(at => values[at] is not null)];
        if (dense.Length < FewestPoints)
        {
            return new ControlChart(kind, [.. values.Select(value => new ControlPoint(value, limits: null))], []);
        }

        var limits = draw(dense);
        ControlSignal[] found = [.. new RunRules([.. dense.Select(at => values[at]!.Value)], limits, ControlRules.Shipped).Find()];
        var special = found.SelectMany(signal => Enumerable.Range(signal.First, signal.Last - signal.First + 1)).ToHashSet();
        var points = values.Select(value => new ControlPoint(value, limits: null)).ToArray();
        for (var at = 0; at < dense.Length; at++)
        {
            var value = values[dense[at]]!.Value;
            points[dense[at]] = new ControlPoint(value, limits[at])
            {
                Variation = !special.Contains(at) ? Variation.Common : value < limits[at].Centre ? Variation.Low : Variation.High,
            };
        }

        return new ControlChart(kind, points, [.. found.Select(signal => signal with { First = dense[signal.First], Last = dense[signal.Last] })]);
    }
}

/// <summary>What kind of figures a control chart shows.</summary>
public enum ChartKind
{
    /// <summary>Individual values and their moving ranges, as counts.</summary>
    Xmr,

    /// <summary>Shares of a whole.</summary>
    P,
}
