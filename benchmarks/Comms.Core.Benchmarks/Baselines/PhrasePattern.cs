using System.Text.RegularExpressions;

namespace Comms.Core.Benchmarks.Baselines;

/// <summary>Writes a plain phrase of <c>seeds/lexicons</c>, whose README gives the rules, as a regular expression.</summary>
internal static class PhrasePattern
{
    /// <summary>
    /// Whether a row is a phrase as people write one: words in order, or a choice of such. Rows with gaps, lists, and
    /// choices within a phrase are not: as alternations of choices they cost the regular expressions milliseconds a message.
    /// </summary>
    public static bool IsPlain(string row) =>
        row.Contains(' ', StringComparison.Ordinal)
            ? row.AsSpan().IndexOfAny("|<?") < 0 && !row.Contains("..", StringComparison.Ordinal)
            : !row.Contains('<', StringComparison.Ordinal);

    public static string Of(string row) => string.Join('|', row.Split('|').Select(Words));

    private static string Words(string words) =>
        string.Join(@"\W+", words.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Word));

    private static string Word(string word) =>
        Regex.Escape(word).Replace(@"\*", @"\w*", StringComparison.Ordinal).Replace("'", "['’]?", StringComparison.Ordinal);
}
