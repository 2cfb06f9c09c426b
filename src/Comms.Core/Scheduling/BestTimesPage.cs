using System.Globalization;
using Comms.Core.Documents;

namespace Comms.Core.Scheduling;

/// <summary>Shows at which hours the posts of each account did best, with how sure that is.</summary>
public static class BestTimesPage
{
    /// <summary>The hours of each account as a document, its surest hours first.</summary>
    /// <param name="hours">What <see cref="BestTimes.Of"/> gave, by account id; none where it had too little to go by.</param>
    /// <param name="asOf">The instant of measuring; its date is shown as its offset has it.</param>
    public static Document ToDocument(IReadOnlyDictionary<string, IReadOnlyList<HourScore>> hours, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var told = hours.Where(account => account.Value.Count > 0).OrderBy(account => account.Key, StringComparer.Ordinal).ToArray();
        string[] few = [.. hours.Keys.Except(told.Select(account => account.Key)).Order(StringComparer.Ordinal)];
        return new Document
        {
            Title = "When our posts did best, " + asOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            Series = "Engagement",
            Blocks =
            [
                new Paragraph(
                    "Each hour's posts are drawn towards those of all hours as far as chance explains the difference; the hours that surely did best come first. "
                    + "A range holds in nine of ten cases. None of it proves a cause: teams post their best news at their best hours."),
                .. told.Select(account => Table(account.Key, account.Value)),
                .. told.Length > 0 && few.Length == 0 ? Array.Empty<Block>() : [new Callout(TooLittle(few))],
            ],
        };
    }

    private static string TooLittle(string[] few) => string.Create(
        CultureInfo.InvariantCulture, $"It takes {BestTimes.FewestPosts} posts at more than one hour to say anything{(few.Length == 0 ? "" : " of " + string.Join(", ", few))}.");

    private static Table Table(string account, IEnumerable<HourScore> hours) => new(
        account,
        [new("Days"), new("Hour"), new("Posts", true), new("Responses to a typical post", true), new("Likely range", true)],
        [
            .. hours.Select(hour => new[]
            {
                hour.Weekend ? "weekend" : "weekday", hour.Hour.ToString("00", CultureInfo.InvariantCulture) + ":00", hour.Posts.ToString("N0", CultureInfo.InvariantCulture),
                Figure(hour.Expected), $"{Figure(hour.Low)} to {Figure(hour.High)}",
            }),
        ]);

    private static string Figure(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
