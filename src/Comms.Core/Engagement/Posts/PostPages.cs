using System.Globalization;
using Comms.Core.Documents;

namespace Comms.Core.Engagement.Posts;

/// <summary>Shows what came of posts, and how a hashtag spread, as documents.</summary>
public static class PostPages
{
    private const int MostPosts = 20;

    /// <summary>What worked, the posts that did best, and how soon responses come.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="asOf">The instant of measuring; its date is shown as its offset has it.</param>
    public static Document ToDocument(PostReport report, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(report);
        var unjudged = string.Create(CultureInfo.InvariantCulture, $"{report.Unjudged:N0} posts are too young, or of an account with too few or without responses, and are not judged.");
        return new Document
        {
            Title = "What came of our posts, " + Day(asOf),
            Series = "Engagement",
            Blocks =
            [
                new Paragraph(
                    "Each post is measured against others of its own account, by those who turned to it where we listen: 1 is usual for the account, 2 twice as much. "
                    + "A range holds in nine of ten cases; where it reaches across 1, chance may be all there is. None of it proves a cause."),
                .. report.Worked.Count == 0 ? Array.Empty<Block>() : [Worked(report.Worked)],
                .. report.Posts.Count == 0 ? Array.Empty<Block>() : [Posts(report.Posts)],
                .. report.Decay.Count == 0 ? Array.Empty<Block>() : [Decay(report.Decay)],
                new Callout(unjudged),
            ],
        };
    }

    /// <summary>Who started a hashtag, who carried it, its days and what was printed.</summary>
    /// <param name="spread">How it spread.</param>
    public static Document ToDocument(CampaignSpread spread)
    {
        ArgumentNullException.ThrowIfNull(spread);
        return new Document
        {
            Title = "How " + spread.Hashtag + " spread",
            Series = "Engagement",
            Blocks =
            [
                new Paragraph(Start(spread.Start)),
                .. spread.Carriers.Count == 0 ? Array.Empty<Block>() : [Carriers(spread.Carriers)],
                .. spread.Days.Count == 0 ? Array.Empty<Block>() : [Days(spread.Days)],
                .. spread.Printed.Count == 0 ? Array.Empty<Block>() : [Printed(spread.Printed)],
                new Callout(EngagementReport.Others(spread.PrivateAccounts)),
            ],
        };
    }

    private static string Start(HashtagStart? start) =>
        start is null ? "Nobody has used it where we listen."
        : string.Create(CultureInfo.InvariantCulture, $"{(start.ByTeam ? "We" : start.Account ?? "A private person")} used it first, on {Day(start.At)}.");

    private static Table Worked(IEnumerable<WhatWorked> worked) => new(
        "What worked",
        [new("By"), new("Which"), new("Posts", true), new("Responses", true), new("To the usual", true), new("Likely range", true)],
        [.. worked.Select(one => new[] { one.By, one.Value, Number(one.Posts), Number(one.Responses), Ratio(one.Ratio), Range(one.Low, one.High) })]);

    private static Table Posts(IReadOnlyList<PostRate> posts) => new(
        posts.Count > MostPosts ? $"The {MostPosts} posts that surely did best" : "Posts, those that surely did best first",
        [new("Post"), new("Account"), new("Went out"), new("Form"), new("Responses", true), new("Expected", true), new("To the usual", true), new("Likely range", true)],
        [
            .. posts.Take(MostPosts).Select(one => new[]
            {
                one.Post.Id, one.Post.Account, Day(one.Post.At), one.Post.Form, Number(one.Responses), Ratio(one.Expected), Ratio(one.Ratio), Range(one.Low, one.High),
            }),
        ]);

    private static Table Decay(IEnumerable<ResponseDecay> decay) => new(
        "How soon responses come",
        [new("Account"), new("Half have come after (hours)", true), new("Likely range", true), new("Responses", true)],
        [.. decay.Select(one => new[] { one.Account, Ratio(one.HalfLife.TotalHours), Range(one.Low.TotalHours, one.High.TotalHours), Number(one.Responses) })]);

    private static Table Carriers(IEnumerable<HashtagCarrier> carriers) => new(
        "Who carried it",
        [new("Account"), new("Kind"), new("Uses", true), new("Taken up by", true)],
        [.. carriers.Select(one => new[] { one.Account, one.Kind, Number(one.Uses), Number(one.TakenUpBy) })]);

    private static Table Days(IEnumerable<HashtagDay> days) => new(
        "Day by day",
        [new("Day"), new("Uses", true)],
        [.. days.Select(one => new[] { one.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), Number(one.Uses) })]);

    private static Table Printed(IEnumerable<PrintedStory> printed) => new(
        "What was printed",
        [new("Outlet"), new("What"), new("When")],
        [.. printed.Select(one => new[] { one.Outlet, one.Printed, Day(one.At) })]);

    private static string Day(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Range(double low, double high) => Ratio(low) + " to " + Ratio(high);
}
