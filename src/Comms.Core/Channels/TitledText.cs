using Comms.Core.Text;

namespace Comms.Core.Channels;

/// <summary>
/// A post's text for channels that want a title, as a blog or an e-mail does: its first line is the title where more
/// follows; a text of one line, or with a long first one, is its own body, and its beginning is the title. Thread-safe.
/// </summary>
public sealed class TitledText
{
    private const int LongestTitle = 80;

    private TitledText(string title, IReadOnlyList<Range> paragraphs) => (Title, Paragraphs) = (title, paragraphs);

    /// <summary>The title: one line of at most 80 UTF-16 units, cut between words with “…” where the line is longer.</summary>
    public string Title { get; }

    /// <summary>Where each paragraph of the body lies in the text, without the white space around it. Blank lines part them.</summary>
    public IReadOnlyList<Range> Paragraphs { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text of the post.</param>
    public static TitledText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TitledText(Shortened(text.Trim().Split('\n')[0].Trim()), [.. ParagraphsOf(text, BodyStart(text))]);
    }

    private static string Shortened(string line)
    {
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', LongestTitle - 1);
        return line[..(space > 0 ? space : WholeLetters.Within(line, LongestTitle - 1))] + "…";
    }

    private static int BodyStart(string text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && end <= LongestTitle && trimmed[end..].Trim().Length > 0 ? text.Length - trimmed.Length + end : 0;
    }

    private static IEnumerable<Range> ParagraphsOf(string text, int from)
    {
        for (var start = from; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                yield return first..last;
            }

            start = end + 1;
        }
    }
}
