using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>The single messages of a quiet week, negative first, and why there are no figures.</summary>
internal static class PassedOnSection
{
    public static void Write(RoundUpPage page)
    {
        Why(page);
        HeldBack.Say(page, page.Request.Vocabulary, [.. page.Week.Owned.Where(page.Week.IsHeldBack)]);
        One(page, "Negative", "negative");
        One(page, "Positive", "positive");
        One(page, "Other", "neutral", "unknown");
    }

    private static void Why(RoundUpPage page)
    {
        var came = page.Week.Owned.Count;
        var count = Wording.Count(came, "message");
        var enough = $"fewer than the {Wording.Number(page.Request.Enough)} that make a round-up";
        page.Add(new Callout($"{count} came: {enough}, because {page.Request.EnoughBecause}. {(came == 0 ? "What other teams heard is below" : "Each is passed on as it came")}."))
            .Counting(count, page.Week.Owned)
            .Given(enough, "the request")
            .Given(page.Request.EnoughBecause, "the request");
    }

    private static void One(RoundUpPage page, string heading, params string[] feelings)
    {
        var voices = page.Week.Voices.Among(page.Week.Owned.Where(message =>
            feelings.Contains(message.Findings.Sentiment.Label, StringComparer.Ordinal) && !page.Week.IsHeldBack(message)));
        if (voices.Count == 0)
        {
            return;
        }

        page.Heading(heading);
        foreach (var voice in voices)
        {
            page.Card(voice, marks: voice.First.Findings.Kinds.Select(kind => Wording.Label(kind.Name)));
        }
    }
}
