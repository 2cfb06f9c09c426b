using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Praise to pass on to the people it is for.</summary>
internal static class PraiseSection
{
    public static void Write(RoundUpPage page)
    {
        TriagedMessage[] praise = [.. page.Week.Praise()];
        if (praise.Length == 0)
        {
            return;
        }

        page.Heading("Praise to pass on");
        var open = praise.Where(message => !page.Week.IsHeldBack(message)).ToArray();
        HeldBack.Say(page, page.Request.Vocabulary, [.. praise.Except(open)]);
        Above(page, [.. open.Where(page.Week.NeedsReply)]);
        var voices = page.Week.Voices.Among(open.Where(message => !page.Week.NeedsReply(message)));
        foreach (var voice in voices.Take(page.Request.MostCards))
        {
            page.Card(voice, marks: TeamWeek.Themes(voice.First));
        }

        Remaining.Say(page, voices.Skip(page.Request.MostCards), "more like these", "more like these");
    }

    private static void Above(RoundUpPage page, TriagedMessage[] mixed)
    {
        if (mixed.Length > 0)
        {
            var count = Wording.Count(mixed.Length, "message");
            page.Add(new Paragraph($"{count} with praise in {(mixed.Length == 1 ? "it" : "them")} also {(mixed.Length == 1 ? "needs" : "need")} a reply: see above."))
                .Counting(count, mixed);
        }
    }
}
