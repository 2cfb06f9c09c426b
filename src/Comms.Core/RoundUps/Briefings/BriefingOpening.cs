using System.Globalization;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>Says how much came and how long it takes to read. Written last, because it times all the rest.</summary>
internal static class BriefingOpening
{
    public static void Write(BriefingPage page)
    {
        var seconds = (int)Math.Ceiling(BriefingComposer.Words(BriefingComposer.Document(Draft(page))) * 60d / page.Request.WordsPerMinute);
        var opened = page.Open(Opening(page, seconds))
            .Counting(Wording.Count(page.Days.Messages.Count, "message"), page.Days.Messages)
            .Given(Time(seconds), "the words of this edition, counted")
            .Given(Pace(page), "the request");
        if (page.Days.PassedOver > 0)
        {
            opened.Given(More(page), "the ledger, counted while reading");
        }
    }

    private static BriefingPage Draft(BriefingPage page)
    {
        page.Open(Opening(page, 0));
        return page;
    }

    private static Paragraph Opening(BriefingPage page, int seconds) => new(new InlineText(
        new Inline(Wording.Count(page.Days.Messages.Count, "message"), Strong: true),
        new Inline(" came. "),
        new Inline(Time(seconds), Strong: true),
        new Inline($" to read at {Pace(page)}.{(page.Days.PassedOver > 0 ? $" There were {More(page)}, which this briefing does not draw on." : "")}")));

    private static string Time(int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60} s");

    private static string Pace(BriefingPage page) => $"{Wording.Number(page.Request.WordsPerMinute)} words a minute";

    private static string More(BriefingPage page) => $"{Wording.Number(page.Days.PassedOver)} more of less need";
}
