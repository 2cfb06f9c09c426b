using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>What a director could be asked about.</summary>
internal static class TalkingPointsSection
{
    public static void Write(BriefingPage page)
    {
        var points = page.Days.TalkingPoints;
        if (points.Count == 0)
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

    private static InlineText Says(TalkingPoint point) => new(
        new Inline(point.Theme, Strong: true), new Inline($": {All(point)}, {Negative(point)}{(point.Usual is null ? "" : "; usually " + Range(point))}."));

    private static string All(TalkingPoint point) => Wording.Count(point.Messages.Count, "message");

    private static string Negative(TalkingPoint point) => $"{Wording.Number(point.Negative.Count)} of them negative";

    private static string Range(TalkingPoint point) => point.Usual is null ? "" : Usual.Words(point.Usual);
}
