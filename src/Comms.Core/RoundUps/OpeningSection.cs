using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>Says what it is and how long it takes. Written last, because it times all the rest.</summary>
internal static class OpeningSection
{
    public static void Write(RoundUpPage page)
    {
        var pace = $"{Wording.Number(page.Request.WordsPerMinute)} words a minute";
        var minutes = Wording.Count(Minutes(page, pace), "minute");
        var count = Wording.Count(page.Week.Owned.Count, "message");
        var more = page.Week.PassedOver == 0 ? null : $"{Wording.Number(page.Week.PassedOver)} more of less need";
        var opening = page.Open(Says(page, count, minutes, pace, more))
            .Counting(count, page.Week.Owned)
            .Given(page.Request.TeamName, "the request")
            .Given(minutes, "the words of this edition, counted")
            .Given(pace, "the request");
        if (more is not null)
        {
            opening.Given(more, "the ledger, counted while reading");
        }
    }

    private static Paragraph Says(RoundUpPage page, string count, string minutes, string pace, string? more = null) => new(new InlineText(
        new Inline(count, Strong: true),
        new Inline($" came for {page.Request.TeamName}. "),
        new Inline(minutes, Strong: true),
        new Inline(more is null ? $" to read at {pace}." : $" to read at {pace}. There were {more}, which this edition does not draw on.")));

    // Any figure is one word, so that the measure is the same whatever it says.
    private static int Minutes(RoundUpPage page, string pace)
    {
        page.Open(Says(page, "0 messages", "0 minutes", pace));
        var draft = new Document { Title = RoundUpComposer.Period(page), Blocks = page.Blocks };
        return (int)Math.Ceiling(ReadingTime.Of(PlainTextRenderer.Render(draft), page.Request.WordsPerMinute).TotalMinutes);
    }
}
