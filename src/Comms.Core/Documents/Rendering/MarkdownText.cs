using System.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>
/// Escapes text so that no Markdown reader takes it for markup: not CommonMark, not GitHub's tables and bare links, not
/// raw HTML. Punctuation that means nothing where it stands is left alone, so that the text stays readable.
/// </summary>
internal static class MarkdownText
{
    private const string Always = "\\`*_{}[]<>&|~$@";

    /// <summary>The text on one line, escaped.</summary>
    public static string Line(string text) => EscapeLine(DisplayText.Line(text));

    /// <summary>A run within a line, escaped; the spaces around it stay.</summary>
    public static string Run(string text) => EscapeLine(DisplayText.Clean(text).Replace('\n', ' ').Replace('\t', ' '));

    /// <summary>The text escaped, line by line; spaces around each line would be markup and go.</summary>
    public static IEnumerable<string> Lines(string text) => DisplayText.Clean(text).Split('\n').Select(line => EscapeLine(line.Trim()));

    /// <summary>An address that <see cref="WebAddress"/> lets through, as the target of a link.</summary>
    public static string Target(string url) => url
        .Replace("&", "\\&", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal);

    private static string EscapeLine(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        var lead = LeadingMark(line);
        for (var at = 0; at < line.Length; at++)
        {
            if (Always.Contains(line[at], StringComparison.Ordinal) || at == lead || StartsBareLink(line, at))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[at]);
        }

        return escaped.ToString();
    }

    /// <summary>Where the mark of a heading, list or rule stands at the start of a line; -1 when there is none.</summary>
    private static int LeadingMark(string line)
    {
        if (line.Length == 0)
        {
            return -1;
        }

        if (line[0] is '#' or '+' or '-' or '=')
        {
            return 0;
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < line.Length && (line[digits] is '.' or ')') ? digits : -1;
    }

    private static bool StartsBareLink(string line, int at) =>
        (line[at] == ':' && at + 1 < line.Length && line[at + 1] == '/')
        || (line[at] == '.' && at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
