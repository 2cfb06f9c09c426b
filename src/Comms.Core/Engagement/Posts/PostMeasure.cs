namespace Comms.Core.Engagement.Posts;

/// <summary>
/// Says what came of the team's posts: each against its own account, young ones by what may be expected at their age, and
/// nothing where chance explains it. Counts those who turn to the team, and no impressions. Pure and thread-safe.
/// </summary>
public static class PostMeasure
{
    /// <summary>An account with fewer posts in the window is not judged.</summary>
    public const int FewestPosts = 5;

    /// <summary>A post younger than this is not judged, however lively it begins.</summary>
    public static TimeSpan Youngest { get; } = TimeSpan.FromHours(1);

    /// <summary>Measures posts as of an instant.</summary>
    /// <param name="posts">Posts of a window of your choice, half a year say: what an account did years ago says little of today.</param>
    /// <param name="asOf">The instant; what came later is not seen.</param>
    /// <param name="zone">The zone in which mornings and weekends are told.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static PostReport Of(IReadOnlyCollection<SentPost> posts, DateTimeOffset asOf, string zone)
    {
        ArgumentNullException.ThrowIfNull(posts);
        SentPost[] seen = [.. posts.Where(post => post.At <= asOf).Select(post => post with { Responses = [.. post.Responses.Where(at => at <= asOf)] })];
        var pooled = Decay.Of("", seen, asOf);
        var decays = new List<ResponseDecay>();
        var judged = new List<(JudgedPost Post, Baseline Against)>();
        foreach (var account in seen.GroupBy(post => post.Account, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var decay = Decay.Of(account.Key, account, asOf);
            decays.AddRange(decay is null ? [] : [decay]);
            JudgedPost[] old = [.. account.Select(post => Judged(post, asOf - post.At, (decay ?? pooled)?.HalfLife)).OfType<JudgedPost>()];
            if (old.Length >= FewestPosts && Baseline.Of(old) is { } baseline)
            {
                judged.AddRange(old.Select(post => (post, baseline)));
            }
        }

        return new PostReport
        {
            Posts = [.. judged.Select(one => one.Against.Judge(one.Post)).OrderByDescending(rate => rate.Low).ThenBy(rate => rate.Post.Id, StringComparer.Ordinal)],
            Worked = [.. CommonTraits.Of(judged, zone)],
            Decay = decays,
            Unjudged = seen.Length - judged.Count,
        };
    }

    /// <returns>Null for a post that is too young, or of which nobody knows what its age lets expect.</returns>
    private static JudgedPost? Judged(SentPost post, TimeSpan age, TimeSpan? halfLife) =>
        age < Youngest || (halfLife is null && age < Decay.Window)
            ? null
            : new JudgedPost(post, Decay.Delays(post).Count(), halfLife is { } half ? Decay.Share(age, half) : 1);
}
