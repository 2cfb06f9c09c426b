namespace Comms.Core.Engagement;

/// <summary>
/// How even the gaps between an account's active weeks are: (1 − A) / 2 with the burstiness A for small samples of Kim
/// and Jo (arXiv:1604.01125), A = (√(n+1) r − √(n−1)) / ((√(n+1) − 2) r + √(n−1)) for n gaps whose standard deviation
/// is r times their mean. Below five gaps it says nothing, and few gaps are shrunk towards none.
/// </summary>
/// <remarks>Weeks and not single acts: one post a minute is one active week, and no more regular than one a week.</remarks>
internal static class RegularityPart
{
    public const int FewestGaps = 5;

    public static ScorePart Of(AccountHistory history, EngagementOptions options)
    {
        int[] weeks = [.. history.ActiveWeeks];
        double[] gaps = [.. weeks.Zip(weeks.Skip(1), (older, newer) => (double)(older - newer))];
        var best = 0.0;
        for (var count = FewestGaps; count <= gaps.Length; count++)
        {
            var regularity = (1 - Burstiness(gaps.AsSpan(0, count))) / 2;
            best = Math.Max(best, count * regularity / (count + options.PriorStrength));
        }

        var known = gaps.Length + options.PriorStrength;
        return gaps.Length < FewestGaps
            ? new ScorePart("regularity", 0, options.Regularity, weeks.Length, 0, 0)
            : new ScorePart("regularity", best, options.Regularity, weeks.Length, Interval.Low(best, known), Interval.High(best, known));
    }

    /// <summary>From −1, all gaps equal, past 0, at random, to 1, all at once.</summary>
    public static double Burstiness(ReadOnlySpan<double> gaps)
    {
        double mean = 0, squares = 0;
        foreach (var gap in gaps)
        {
            mean += gap / gaps.Length;
        }

        foreach (var gap in gaps)
        {
            squares += (gap - mean) * (gap - mean) / gaps.Length;
        }

        var ratio = Math.Sqrt(squares) / mean;
        var (above, below) = (Math.Sqrt(gaps.Length + 1), Math.Sqrt(gaps.Length - 1));
        return ((above * ratio) - below) / (((above - 2) * ratio) + below);
    }
}
