namespace Comms.Core.Text;

/// <summary>
/// Finds which of many names stand in a text as a whole, without looking for each: by the first word of a name, and only
/// where that word stands is the whole name looked for. In any case. Immutable; safe for concurrent use.
/// </summary>
internal sealed class NamesInText
{
    private readonly ILookup<string, string> _byFirstWord;

    /// <param name="names">Names, each once; one without a letter or a digit is found nowhere.</param>
    public NamesInText(IEnumerable<string> names) => _byFirstWord = names
        .Select(name => (Name: name, First: Words(name).FirstOrDefault()))
        .Where(one => one.First is not null)
        .ToLookup(one => one.First!, one => one.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that stand in a text, each once, in no stated order.</summary>
    public IEnumerable<string> In(string text) => Words(text).Distinct(StringComparer.OrdinalIgnoreCase)
        .SelectMany(word => _byFirstWord[word])
        .Where(name => WholeWords.Stand(name, text));

    /// <summary>Runs of letters and digits: what no whole name begins or ends in the midst of.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            for (end = at; end < text.Length && char.IsLetterOrDigit(text[end]); end++)
            {
            }

            if (end > at)
            {
                yield return text[at..end];
            }
        }
    }
}
