namespace Comms.Core.Engagement.Posts;

/// <summary>How soon responses come: the median of their delays, whose interval is that of the ranks about the middle.</summary>
internal static class Decay
{
    /// <summary>With fewer responses nothing is said.</summary>
    public const int FewestResponses = 20;

    // The standard normal quantile of 95 %.
    private const double Quantile = 1.6448536269514722;

    /// <summary>The time in which a post is judged; what comes later is not counted.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(7);

    /// <returns>Null where there are too few.</returns>
    public static ResponseDecay? Of(string account, IEnumerable<SentPost> posts, DateTimeOffset now)
    {
        TimeSpan[] delays = [.. posts.Where(post => now - post.At >= Window).SelectMany(Delays).Order()];
        if (delays.Length < FewestResponses)
        {
            return null;
        }

        var middle = (delays.Length - 1) / 2.0;
        var half = Quantile * Math.Sqrt(delays.Length) / 2;
        return new ResponseDecay(
            account, At(delays, middle), At(delays, Math.Floor(middle - half)), At(delays, Math.Ceiling(middle + half)), delays.Length);
    }

    /// <summary>The share of a week's responses that have come by an age, halved again and again.</summary>
    public static double Share(TimeSpan age, TimeSpan halfLife) =>
        age >= Window ? 1 : Math.Min(1, (1 - Math.Pow(2, -age / halfLife)) / (1 - Math.Pow(2, -Window / halfLife)));

    /// <summary>The delays of a post's responses within its first week.</summary>
    public static IEnumerable<TimeSpan> Delays(SentPost post) =>
        post.Responses.Select(at => at - post.At).Where(delay => delay >= TimeSpan.Zero && delay < Window);

    private static TimeSpan At(TimeSpan[] delays, double rank)
    {
        var below = delays[(int)Math.Clamp(Math.Floor(rank), 0, delays.Length - 1)];
        var above = delays[(int)Math.Clamp(Math.Ceiling(rank), 0, delays.Length - 1)];
        var delay = below + ((above - below) / 2);
        return delay > TimeSpan.FromMinutes(1) ? delay : TimeSpan.FromMinutes(1);
    }
}
