namespace Comms.Core.RoundUps;

/// <summary>What other teams own and this team has a part in.</summary>
internal static class ElsewhereSection
{
    private const int Most = 5;

    public static void Write(RoundUpPage page)
    {
        if (page.Week.Elsewhere.Count == 0)
        {
            return;
        }

        page.Heading("From elsewhere");
        HeldBack.Say(page, page.Request.Vocabulary, [.. page.Week.Elsewhere.Where(page.Week.IsHeldBack)]);
        var voices = page.Week.Voices.Among(page.Week.Elsewhere.Where(message => !page.Week.IsHeldBack(message)));
        foreach (var voice in voices.Take(Most))
        {
            page.Card(voice, marks: ["with " + voice.First.Findings.Routes[0].Team]);
        }

        Remaining.Say(page, voices.Skip(Most), "more is with another team", "more are with other teams");
    }
}
