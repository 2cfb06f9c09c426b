namespace Comms.Core.Authoring;

/// <summary>
/// Splits a text between sentences into the fewest parts that fit, by dynamic programming over the places where a part may
/// begin. Of the ways with fewest parts it prefers splits between paragraphs, and then parts of like length. Each part is
/// a stretch of the text, so that nothing within it changes. Sentences times the most that fit one part are looked at.
/// </summary>
internal static class ThreadSplit
{
    public static IReadOnlyList<string> Fewest(string text, IReadOnlyList<Range> sentences, Func<string, bool> fits)
    {
        var best = new Way[sentences.Count + 1];
        best[sentences.Count] = new Way(0, 0, 0, 0);
        for (var first = sentences.Count - 1; first >= 0; first--)
        {
            for (var last = first; last < sentences.Count && fits(Part(text, sentences, first, last)); last++)
            {
                var way = Join(text, sentences, first, last, best[last + 1]);
                best[first] = best[first] is { } known && known.CompareTo(way) < 0 ? known : way;
            }
        }

        var parts = new List<string>();
        for (var first = 0; first < sentences.Count; first = best[first].Next)
        {
            parts.Add(Part(text, sentences, first, best[first].Next - 1));
        }

        return parts;
    }

    private static Way Join(string text, IReadOnlyList<Range> sentences, int first, int last, Way rest)
    {
        double length = sentences[last].End.Value - sentences[first].Start.Value;
        var within = last + 1 < sentences.Count && !text.AsSpan(sentences[last].End.Value, sentences[last + 1].Start.Value - sentences[last].End.Value).Contains('\n')
            && !text.AsSpan(sentences[last]).EndsWith('\n');
        return new Way(rest.Parts + 1, rest.WithinParagraphs + (within ? 1 : 0), rest.Squares + (length * length), last + 1);
    }

    private static string Part(string text, IReadOnlyList<Range> sentences, int first, int last) => text[sentences[first].Start..sentences[last].End];

    /// <summary>The best way to split what begins at a sentence. The sum of squares is least where parts are alike.</summary>
    private sealed record Way(int Parts, int WithinParagraphs, double Squares, int Next)
    {
        public int CompareTo(Way other) => (Parts, WithinParagraphs, Squares).CompareTo((other.Parts, other.WithinParagraphs, other.Squares));
    }
}
