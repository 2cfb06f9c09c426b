using Comms.Core.Calendars;
using Comms.Core.Text;

namespace Comms.Core.Scheduling;

/// <summary>A post of the past and what came of it.</summary>
/// <param name="At">When it went out.</param>
/// <param name="Engagements">How many people answered, shared or liked it; not negative.</param>
public readonly record struct PastPost(DateTimeOffset At, int Engagements);

/// <summary>What posts of an hour bring, with how sure that is.</summary>
/// <param name="Weekend">Whether the hour is of Saturdays and Sundays; else of the other days.</param>
/// <param name="Hour">From 0 to 23, in the team's zone.</param>
/// <param name="Posts">How many posts of the past it rests on.</param>
/// <param name="Expected">The engagements of a typical post at that hour.</param>
/// <param name="Low">It is above this with 95 %.</param>
/// <param name="High">It is below this with 95 %.</param>
public readonly record struct HourScore(bool Weekend, int Hour, int Posts, double Expected, double Low, double High);

/// <summary>
/// Learns the best hours from a team's own posts. Engagements vary by factors, so their logarithm is taken; each hour's
/// mean is drawn towards the mean of all by as much as chance explains it (empirical Bayes: the random-effects model with
/// the between-hours variance of DerSimonian and Laird 1986), so that three lucky posts do not beat sixty good ones. An
/// association, not a proof: teams post their best news at their best hours. Pure and thread-safe.
/// </summary>
public static class BestTimes
{
    /// <summary>With fewer posts nothing is said.</summary>
    public const int FewestPosts = 20;

    // The standard normal quantile of 95 %.
    private const double Quantile = 1.6448536269514722;

    /// <summary>Scores the hours at which the team has posted, surest first: by their lower bound.</summary>
    /// <param name="posts">The posts of the past.</param>
    /// <param name="zone">The team's zone.</param>
    /// <returns>Empty when there are fewer than <see cref="FewestPosts"/> posts, or they are all of one hour.</returns>
    public static IReadOnlyList<HourScore> Of(IReadOnlyCollection<PastPost> posts, string zone)
    {
        ArgumentNullException.ThrowIfNull(posts);
        Hour[] hours =
        [
            .. posts.GroupBy(post => Key(post.At, zone), post => Math.Log(1 + Math.Max(0, post.Engagements)))
                .Select(group => new Hour(group.Key.Weekend, group.Key.Hour, [.. group])),
        ];
        var within = hours.Sum(hour => hour.Values.Sum(value => Square(value - hour.Mean)));
        var freedom = posts.Count - hours.Length;
        if (posts.Count < FewestPosts || hours.Length < 2 || freedom < 1)
        {
            return [];
        }

        var noise = Math.Max(within / freedom, 1e-9);
        var between = RandomEffects.Between([.. hours.Select(hour => (hour.Mean, hour.Values.Length / noise))]);
        var weights = hours.Sum(hour => 1 / (between + (noise / hour.Values.Length)));
        var centre = hours.Sum(hour => hour.Mean / (between + (noise / hour.Values.Length))) / weights;
        return
        [
            .. hours.Select(hour => Score(hour, noise, between, centre, 1 / weights))
                .OrderByDescending(score => score.Low).ThenBy(score => score.Weekend).ThenBy(score => score.Hour),
        ];
    }

    private static HourScore Score(Hour hour, double noise, double between, double centre, double centreVariance)
    {
        var own = noise / hour.Values.Length;
        var kept = between / (between + own);
        var mean = centre + (kept * (hour.Mean - centre));
        var half = Quantile * Math.Sqrt((kept * own) + (Square(1 - kept) * centreVariance));
        return new HourScore(hour.Weekend, hour.Of, hour.Values.Length, Back(mean), Back(mean - half), Back(mean + half));
    }

    private static (bool Weekend, int Hour) Key(DateTimeOffset at, string zone)
    {
        var local = Zones.ToLocal(at, zone);
        return (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, local.Hour);
    }

    private static double Square(double value) => value * value;

    private static double Back(double logarithm) => Math.Max(0, Math.Exp(logarithm) - 1);

    private sealed record Hour(bool Weekend, int Of, double[] Values)
    {
        public double Mean { get; } = Values.Average();
    }
}
