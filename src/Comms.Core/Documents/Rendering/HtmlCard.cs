namespace Comms.Core.Documents.Rendering;

/// <summary>Writes a message as a card: who, when and where; the words; what was found; who else said it.</summary>
internal static class HtmlCard
{
    public static void Write(HtmlWriter page, MessageCard card)
    {
        page.Open("div", ("class", Class(card.Tone))).Line();
        Who(page, card);
        page.Element("blockquote", card.Text, ("dir", "auto")).Line();
        Marks(page, card);
        Others(page, card.Others);
        page.Close();
    }

    private static string Class(Tone tone) => tone switch
    {
        Tone.Negative => "card negative",
        Tone.Neutral => "card neutral",
        Tone.Positive => "card positive",
        _ => "card",
    };

    private static void Who(HtmlWriter page, MessageCard card)
    {
        page.Open("p", ("class", "who")).Open("strong").Apart(card.Author ?? Phrases.Anonymous).Close();
        if (card.Source is { } source)
        {
            page.Text(" · ").Apart(source);
        }

        if (card.At is { } at)
        {
            page.Text(" · ").Element("time", Phrases.Time(at), ("datetime", Phrases.Exact(at)));
        }

        page.Close().Line();
    }

    private static void Marks(HtmlWriter page, MessageCard card)
    {
        if (card is { Alert: null, Tone: Tone.None, Url: null } && !Phrases.Labels(card).Any())
        {
            return;
        }

        page.Open("p", ("class", "marks"));
        if (card.Alert is { } alert)
        {
            page.Element("strong", alert, ("class", "alert")).Text(" ");
        }

        if (card.Tone != Tone.None)
        {
            page.Element("span", Phrases.Tone(card.Tone), ("class", "tone")).Text(" ");
        }

        foreach (var label in Phrases.Labels(card))
        {
            page.Element("span", label, ("class", "mark")).Text(" ");
        }

        if (card.Url is { } url)
        {
            HtmlRenderer.Link(page, Phrases.SeeOriginal, url);
        }

        page.Close().Line();
    }

    private static void Others(HtmlWriter page, IReadOnlyList<CardLink> others)
    {
        if (others.Count == 0)
        {
            return;
        }

        page.Open("details").Element("summary", Phrases.Others(others.Count)).Open("ul").Line();
        foreach (var other in others)
        {
            HtmlRenderer.Link(page.Open("li"), other.Label, other.Url).Close().Line();
        }

        page.Close().Close().Line();
    }
}
