using System.Text.RegularExpressions;

namespace Comms.Core.Text;

/// <summary>The length of a text as Mastodon counts it: graphemes, a link with its scheme as 23, a remote mention by its local part.</summary>
internal static partial class ShortLinkLength
{
    /// <summary>What stands for a link, whatever its length: <c>characters_reserved_per_url</c>.</summary>
    private const int Link = 23;

    public static int Of(string text)
    {
        var (length, at) = (0, 0);
        foreach (var link in Links.Find(text, bare: false))
        {
            length += OfWords(text[at..link.Start.Value]) + Link;
            at = link.End.Value;
        }

        return length + OfWords(text[at..]);
    }

    private static int OfWords(string words) => TextLength.Count(RemoteMention().Replace(words, "@${local}"), LengthUnit.Graphemes);

    [GeneratedRegex(@"(?<![=/\w])@(?<local>[A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_]+)?)@[\w.-]+\w+", RegexOptions.CultureInvariant)]
    private static partial Regex RemoteMention();
}
