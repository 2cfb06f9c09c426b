namespace Comms.Core.Text;

/// <summary>Where sentences end. Pure.</summary>
public static class Sentences
{
    private const string Closers = "\"'”’)]";

    /// <summary>
    /// Splits a text after a full stop, question mark, exclamation mark or ellipsis that white space follows, and after a
    /// line's end. A dot within a word, an address or a number ends nothing.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The sentences in order, without white space around them; none is empty.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Find(text).Select(sentence => text[sentence])];
    }

    /// <summary>Where the sentences of <see cref="Split"/> stand in the text.</summary>
    internal static List<Range> Find(string text)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EndsAt(text, i))
            {
                Add(sentences, text, start, i + 1);
                start = i + 1;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static bool EndsAt(string text, int at)
    {
        if (text[at] == '\n')
        {
            return true;
        }

        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        while (at > 0 && Closers.Contains(text[at], StringComparison.Ordinal))
        {
            at--;
        }

        return text[at] is '.' or '!' or '?' or '…';
    }

    private static void Add(List<Range> sentences, string text, int start, int end)
    {
        var sentence = text.AsSpan(start, end - start);
        var before = sentence.Length - sentence.TrimStart().Length;
        if (before < sentence.Length)
        {
            sentences.Add((start + before)..(start + sentence.TrimEnd().Length));
        }
    }
}
