namespace Comms.Core.Documents.Rendering;

/// <summary>The entities that our pages use, and no other.</summary>
internal static class HtmlEntities
{
    private static readonly (string Entity, string Means)[] Known =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#091;", "["), ("&#058;", ":"), ("&amp;", "&")];

    /// <summary>Whether a text has no markup in it and no entity but these.</summary>
    /// <param name="text">The text.</param>
    /// <param name="apostrophes">Whether an apostrophe may stand as it is.</param>
    public static bool AreClean(ReadOnlySpan<char> text, bool apostrophes)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '<' or '>' or '"' || (text[at] == '\'' && !apostrophes) || (text[at] == '&' && !StartsWithKnown(text[at..])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text that a clean text stands for.</summary>
    public static string Decode(string text) =>
        Known.Aggregate(text, (decoded, each) => decoded.Replace(each.Entity, each.Means, StringComparison.Ordinal));

    private static bool StartsWithKnown(ReadOnlySpan<char> text)
    {
        foreach (var (entity, _) in Known)
        {
            if (text.StartsWith(entity))
            {
                return true;
            }
        }

        return false;
    }
}
