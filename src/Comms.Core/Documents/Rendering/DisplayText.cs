using System.Buffers;
using System.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>
/// Makes any text safe to show, whatever the format: one sort of line end, no control characters (a terminal would obey
/// them), no half characters, and no change of direction that reaches past the text.
/// </summary>
internal static class DisplayText
{
    private const char Replacement = '\uFFFD';

    /// <summary>What most texts are made of, and needs no cleaning: the printable, below the marks of U+2000 and beyond.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, 0x2000).Select(code => (char)code).Where(code => code is '\n' or '\t' || (!char.IsControl(code)))]);

    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var embeddings = 0;
        var isolates = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            embeddings += Opens(rune.Value, 0x202A, 0x202B, 0x202D, 0x202E) - Opens(rune.Value, 0x202C);
            isolates += Opens(rune.Value, 0x2066, 0x2067, 0x2068) - Opens(rune.Value, 0x2069);
            Append(clean, rune);
        }

        return clean
            .Append('\u202C', Math.Max(0, embeddings))
            .Append('\u2069', Math.Max(0, isolates))
            .ToString();
    }

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ').Replace('\t', ' ').Trim();

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
        {
            clean.Append(Replacement);
        }
        else
        {
            Span<char> letters = stackalloc char[2];
            clean.Append(letters[..rune.EncodeToUtf16(letters)]);
        }
    }

    private static int Opens(int value, params ReadOnlySpan<int> marks) => marks.Contains(value) ? 1 : 0;
}
