using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>
/// What a director could be asked about: themes that people are unhappy with, those above the usual first, then those with
/// the greatest need.
/// </summary>
internal static class TalkingPointsSection
{
    /// <summary>What one person says is on a card; a point is what several say.</summary>
    private const int Fewest = 2;

    public static void Write(BriefingPage page)
    {
        Point[] points = [.. Points(page.Days).Take(page.Request.MostTalkingPoints)];
        if (points.Length == 0)
        {
            return;
        }

        page.Heading("What you could be asked about").Add(new ListBlock([.. points.Select(Says)]));
        foreach (var point in points)
        {
            page.Given(point.Theme, "the name of the theme").Counting(All(point), point.Messages).Counting(Negative(point), point.Negative)
                .Given(Range(point), "the counts of the periods before");
        }
    }

    private static IEnumerable<Point> Points(BriefedDays days) =>
        days.Messages.SelectMany(message => days.Subjects(message).Select(theme => (Theme: theme, Message: message)))
            .GroupBy(each => each.Theme, each => each.Message, StringComparer.Ordinal)
            .Select(theme => new Point(theme.Key, [.. theme], [.. theme.Where(BriefedDays.IsNegative)], days.Usual.OfTheme(theme.Key)))
            .Where(point => point.Negative.Length >= Fewest)
            .OrderByDescending(point => point.Messages.Length > point.Usual?.High)
            .ThenByDescending(point => point.Negative.Sum(message => (long)message.Findings.Priority))
            .ThenBy(point => point.Theme, StringComparer.Ordinal);

    private static InlineText Says(Point point) => new(
        new Inline(point.Theme, Strong: true), new Inline($": {All(point)}, {Negative(point)}{(point.Usual is null ? "" : "; usually " + Range(point))}."));

    private static string All(Point point) => Wording.Count(point.Messages.Length, "message");

    private static string Negative(Point point) => $"{Wording.Number(point.Negative.Length)} of them negative";

    private static string Range(Point point) => point.Usual is null ? "" : Usual.Words(point.Usual);

    private sealed record Point(string Theme, TriagedMessage[] Messages, TriagedMessage[] Negative, (int Low, int High)? Usual);
}
