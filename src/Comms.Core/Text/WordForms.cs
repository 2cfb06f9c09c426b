namespace Comms.Core.Text;

/// <summary>Forms of words, each with what it means. Of those that begin at a word the longest counts, then the first. Immutable.</summary>
internal sealed class WordForms<T>
{
    private readonly ILookup<string, (string[][] Places, T Meaning)> _byFirst;

    /// <param name="forms">Each a row of places, and in each place the words that may stand there, in small letters.</param>
    public WordForms(IEnumerable<(string[][] Places, T Meaning)> forms) => _byFirst = forms
        .OrderByDescending(form => form.Places.Length)
        .SelectMany(form => form.Places[0], (form, first) => (first, form))
        .ToLookup(pair => pair.first, pair => pair.form, StringComparer.Ordinal);

    /// <summary>How many words from a place on are a form, and what it means; 0 for none. Only blanks stand between its words.</summary>
    public (int Length, T? Meaning) At(string text, IReadOnlyList<TextWord> words, int at)
    {
        foreach (var (places, meaning) in _byFirst[words[at].Small])
        {
            if (Stands(places, text, words, at))
            {
                return (places.Length, meaning);
            }
        }

        return default;
    }

    /// <summary>Every form of a text, from left to right; none lies over another.</summary>
    public IEnumerable<(int Start, int Length, T Meaning)> In(string text, IReadOnlyList<TextWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (At(text, words, at) is ( > 0 and var count, { } meaning))
            {
                yield return (words[at].Start, words[at + count - 1].End - words[at].Start, meaning);
                at += count - 1;
            }
        }
    }

    private static bool Stands(string[][] places, string text, IReadOnlyList<TextWord> words, int at)
    {
        for (var i = 1; i < places.Length; i++)
        {
            if (at + i >= words.Count || !places[i].Contains(words[at + i].Small, StringComparer.Ordinal) || !words[at + i - 1].Touches(words[at + i], text))
            {
                return false;
            }
        }

        return true;
    }
}
