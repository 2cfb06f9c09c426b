namespace Comms.Core.Engagement.Validation;

/// <summary>How far a ranking agrees with the truth.</summary>
internal static class RankMeasures
{
    /// <summary>Spearman's rank correlation: from −1 to 1, ties at the mean of their ranks. 0 where one side is all ties.</summary>
    public static double Spearman(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var (a, b) = (Ranks(left), Ranks(right));
        var mean = (a.Length + 1) / 2.0;
        double both = 0, squaresA = 0, squaresB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - mean) * (b[i] - mean);
            squaresA += (a[i] - mean) * (a[i] - mean);
            squaresB += (b[i] - mean) * (b[i] - mean);
        }

        return squaresA == 0 || squaresB == 0 ? 0 : both / Math.Sqrt(squaresA * squaresB);
    }

    /// <summary>
    /// Normalised discounted cumulative gain of the first so many (Järvelin and Kekäläinen, https://doi.org/10.1145/582415.582418):
    /// from 0 to 1, the gains taken as they are. Where scores tie, each order is as likely, and the mean is taken.
    /// </summary>
    public static double Ndcg(IReadOnlyList<double> scores, IReadOnlyList<double> gains, int first)
    {
        var best = Gained(gains, gains, first);
        return best == 0 ? 0 : Gained(scores, gains, first) / best;
    }

    private static double Gained(IReadOnlyList<double> scores, IReadOnlyList<double> gains, int first)
    {
        double sum = 0;
        var place = 0;
        foreach (var tied in scores.Index().GroupBy(one => one.Item, one => gains[one.Index]).OrderByDescending(group => group.Key))
        {
            var mean = tied.Average();
            foreach (var _ in tied)
            {
                place++;
                sum += place <= first ? mean / Math.Log2(place + 1) : 0;
            }
        }

        return sum;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var before = 0;
        foreach (var tied in values.Index().GroupBy(one => one.Item, one => one.Index).OrderBy(group => group.Key))
        {
            var count = tied.Count();
            foreach (var index in tied)
            {
                ranks[index] = before + ((count + 1) / 2.0);
            }

            before += count;
        }

        return ranks;
    }
}
