using System.Globalization;

namespace Comms.Core.Documents.Rendering;

/// <summary>Writes a bar in proportion, and beneath it the same in words for those who do not see it or its colours.</summary>
internal static class HtmlShares
{
    public static void Write(HtmlWriter page, ShareBar bar)
    {
        page.Open("figure", ("class", "shares")).Element("figcaption", bar.Caption)
            .Open("div", ("class", "bar"), ("aria-hidden", "true"));
        foreach (var share in bar.Shares.Where(share => share.Count > 0))
        {
            var grow = "--share:" + share.Count.ToString(CultureInfo.InvariantCulture);
            page.Element("span", "", ("class", Class(share.Tone)), ("style", grow));
        }

        page.Close().Open("ul", ("class", "key"));
        foreach (var share in bar.Shares)
        {
            page.Open("li", ("class", Class(share.Tone))).Text(Phrases.Share(bar, share)).Close();
        }

        page.Close().Close();
    }

    private static string Class(Tone tone) => tone switch
    {
        Tone.Negative => "negative",
        Tone.Neutral => "neutral",
        Tone.Positive => "positive",
        _ => "unknown",
    };
}
