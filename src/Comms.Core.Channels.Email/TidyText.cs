using System.Text.RegularExpressions;

namespace Comms.Core.Channels.Email;

/// <summary>White space as a reader sees it: HTML's own line ends are none, and more than one blank line is one.</summary>
internal static partial class TidyText
{
    public static string Of(string text) => Blanks().Replace(Edges().Replace(text, "\n"), "\n\n").Trim();

    [GeneratedRegex(@"[^\S\n]*\n[^\S\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Edges();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
