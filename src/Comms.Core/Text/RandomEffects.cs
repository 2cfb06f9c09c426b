namespace Comms.Core.Text;

/// <summary>How much groups differ beyond chance.</summary>
internal static class RandomEffects
{
    /// <summary>
    /// The variance between groups, by moments: https://doi.org/10.1016/0197-2456(86)90046-2 (DerSimonian and Laird 1986).
    /// </summary>
    /// <param name="groups">Each with its mean, and as its weight the inverse of that mean's variance by chance.</param>
    /// <returns>0 where chance explains it all, and for fewer than two groups.</returns>
    public static double Between(IReadOnlyCollection<(double Mean, double Weight)> groups)
    {
        if (groups.Count < 2)
        {
            return 0;
        }

        var total = groups.Sum(group => group.Weight);
        var mean = groups.Sum(group => group.Weight * group.Mean) / total;
        var spread = groups.Sum(group => group.Weight * (group.Mean - mean) * (group.Mean - mean));
        var squares = groups.Sum(group => group.Weight * group.Weight);
        return Math.Max(0, (spread - (groups.Count - 1)) / (total - (squares / total)));
    }
}
