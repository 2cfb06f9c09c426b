namespace Comms.Core.Documents.Rendering;

/// <summary>Writes a message into an e-mail as a card: who, when and where; the words; what was found; who else said it.</summary>
internal static class EmailCard
{
    public static void Write(HtmlWriter page, MessageCard card)
    {
        page.Open("div", ("style", EmailStyle.Card(card.Tone)));
        Who(page, card);
        Said(page, card.Text);
        Marks(page, card);
        Others(page, card.Others);
        page.Close();
    }

    /// <summary>What somebody said, line by line: not every client keeps the ends of lines by a style.</summary>
    public static void Said(HtmlWriter page, string text) => FragmentText.Lines(page.Open("p", ("style", EmailStyle.Said), ("dir", "auto")), text).Close();

    private static void Who(HtmlWriter page, MessageCard card)
    {
        page.Open("p", ("style", EmailStyle.Small)).Open("strong").Apart(card.Author ?? Phrases.Anonymous).Close();
        if (card.Source is { } source)
        {
            page.Text(" · ").Apart(source);
        }

        if (card.At is { } at)
        {
            page.Text(" · " + Phrases.Time(at));
        }

        page.Close();
    }

    private static void Marks(HtmlWriter page, MessageCard card)
    {
        var words = string.Join(" · ", Phrases.Marks(card));
        if (card is { Alert: null, Url: null } && words.Length == 0)
        {
            return;
        }

        page.Open("p", ("style", EmailStyle.Small));
        if (card.Alert is { } alert)
        {
            page.Element("strong", alert, ("style", EmailStyle.Alert)).Text(" ");
        }

        page.Text(words.Length > 0 && card.Url is not null ? words + " · " : words);
        if (card.Url is { } url)
        {
            HtmlRenderer.Link(page, Phrases.SeeOriginal, url, EmailStyle.Link);
        }

        page.Close();
    }

    private static void Others(HtmlWriter page, IReadOnlyList<CardLink> others)
    {
        if (others.Count == 0)
        {
            return;
        }

        page.Element("p", Phrases.Others(others.Count) + ":", ("style", EmailStyle.Small)).Open("ul", ("style", EmailStyle.List)).Line();
        foreach (var other in others)
        {
            HtmlRenderer.Link(page.Open("li", ("style", EmailStyle.Item)), other.Label, other.Url, EmailStyle.Link).Close().Line();
        }

        page.Close();
    }
}
