namespace Comms.Core.Documents.Rendering;

/// <summary>The lines around a card's words.</summary>
internal static class MarkdownCard
{
    public static string Who(MessageCard card)
    {
        var parts = new List<string> { "**" + MarkdownText.Line(card.Author ?? Phrases.Anonymous) + "**" };
        if (card.Source is { } source)
        {
            parts.Add(MarkdownText.Line(source));
        }

        if (card.At is { } at)
        {
            parts.Add(Phrases.Time(at));
        }

        return string.Join(" · ", parts);
    }

    public static string Marks(MessageCard card)
    {
        var parts = new List<string>();
        if (card.Alert is { } alert)
        {
            parts.Add("**" + MarkdownText.Line(alert) + "**");
        }

        parts.AddRange(Phrases.Marks(card).Select(MarkdownText.Line));
        if (card.Url is { } url)
        {
            parts.Add(MarkdownRenderer.Link(Phrases.SeeOriginal, url));
        }

        return parts.Count == 0 ? "" : "\n\n" + string.Join(" · ", parts);
    }
}
