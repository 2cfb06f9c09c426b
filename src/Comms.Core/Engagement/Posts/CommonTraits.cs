using Comms.Core.Calendars;
using Comms.Core.Text;

namespace Comms.Core.Engagement.Posts;

/// <summary>
/// What worked, over all accounts: posts that have something in common, their responses against those their accounts let
/// expect. How much the kinds differ at all is estimated first (DerSimonian and Laird 1986), and each is drawn to 1 by it.
/// </summary>
internal static class CommonTraits
{
    public static IEnumerable<WhatWorked> Of(IReadOnlyList<(JudgedPost Post, Baseline Against)> posts, string zone) =>
    [
        .. Compare("time", posts.Select(one => (PartOfWeek(one.Post.Post.At, zone), one))),
        .. Compare("channel", posts.Where(one => one.Post.Post.Channel is not null).Select(one => (one.Post.Post.Channel!, one))),
        .. Compare("form", posts.Select(one => (one.Post.Post.Form, one))),
        .. Compare("topic", posts.SelectMany(one => one.Post.Post.Topics.Distinct(StringComparer.OrdinalIgnoreCase).Select(topic => (topic.ToLowerInvariant(), one)))),
    ];

    private static IEnumerable<WhatWorked> Compare(string by, IEnumerable<(string Value, (JudgedPost Post, Baseline Against) One)> posts)
    {
        Group[] groups = [.. posts.GroupBy(post => post.Value, post => post.One, StringComparer.Ordinal).Select(Group.Of)];
        var prior = Rate.Of(1, RandomEffects.Between([.. groups.Select(group => (group.Ratio, group.Weight))]));
        return groups.Select(group => Worked(by, group, prior)).OrderByDescending(worked => worked.Low).ThenBy(worked => worked.Value, StringComparer.Ordinal);
    }

    /// <summary>A count that varies more than by chance tells less: it is taken for as many as would vary so much by chance.</summary>
    private static WhatWorked Worked(string by, Group group, Rate prior)
    {
        var worth = Math.Min(1, group.Expected / group.Variance);
        var rate = prior.After(group.Responses * worth, group.Expected * worth);
        return new WhatWorked(by, group.Value, group.Posts, group.Responses, rate.Mean, rate.Low, rate.High);
    }

    private static string PartOfWeek(DateTimeOffset at, string zone)
    {
        var local = Zones.ToLocal(at, zone);
        var day = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : "weekday";
        return $"{day} {local.Hour switch { < 6 => "night", < 12 => "morning", < 17 => "afternoon", < 22 => "evening", _ => "night" }}";
    }

    /// <summary>Posts that have something in common.</summary>
    private sealed record Group(string Value, int Posts, int Responses, double Expected, double Variance)
    {
        public double Ratio => Responses / Expected;

        public double Weight => Expected * Expected / Variance;

        public static Group Of(IGrouping<string, (JudgedPost Post, Baseline Against)> posts) => new(
            posts.Key,
            posts.Count(),
            posts.Sum(one => one.Post.Responses),
            posts.Sum(one => one.Against.Mean * one.Post.Exposure),
            posts.Sum(one => one.Against.VarianceOf(one.Post)));
    }
}
