namespace Comms.Core.Documents.Rendering;

/// <summary>Writes words and links into someone else's page.</summary>
internal static class FragmentText
{
    public static void Inlines(HtmlWriter page, InlineText text) => page.Runs(text, run =>
    {
        if (run.Url is { } url)
        {
            Link(page, run.Text, url);
        }
        else
        {
            Lines(page, run.Text);
        }
    });

    /// <summary>A link where the address allows it; elsewhere the words with the address behind them, as text.</summary>
    public static void Link(HtmlWriter page, string text, string? url)
    {
        var label = DisplayText.Line(Phrases.Label(text, url));
        if (WebAddress.CanLink(url))
        {
            page.Open("a", ("href", WebAddress.Written(url!)), ("rel", "noopener noreferrer")).Text(label).Close();
        }
        else
        {
            page.Text(string.IsNullOrEmpty(url) || url == label ? label : $"{label} ({DisplayText.Line(url)})");
        }
    }

    /// <summary>Text whose line ends are seen: WordPress makes paragraphs of bare ones.</summary>
    public static HtmlWriter Lines(HtmlWriter page, string text)
    {
        foreach (var (at, line) in DisplayText.Clean(text).Split('\n').Index())
        {
            if (at > 0)
            {
                page.Single("br");
            }

            page.Text(line);
        }

        return page;
    }
}
