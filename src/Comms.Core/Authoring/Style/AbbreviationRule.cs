using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>Abbreviations that not everyone knows and that the text nowhere spells out, each at its first use.</summary>
internal sealed class AbbreviationRule : IStyleRule
{
    private const int Longest = 6;

    private readonly HashSet<string> _known;

    public AbbreviationRule(IReadOnlyList<string> own) => _known = [.. StyleSeeds.Abbreviations.Known, .. own];

    public string Name => "abbreviation";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < reading.Words.Count; i++)
        {
            var word = reading.Words[i];
            var letters = reading.Text[word.Start..word.End];
            if (IsAbbreviation(letters) && !Shouts(reading, i) && !_known.Contains(letters) && seen.Add(letters) && !IsExplained(reading.Text, word))
            {
                findings.Add(StyleSeeds.Abbreviations.Finding(
                    Name, word.Start, word.Length, $"“{letters}” is not spelled out: write it in full first, with the letters in brackets"));
            }
        }
    }

    private static bool IsAbbreviation(string word) =>
        word.Length is > 1 and <= Longest && word.All(letter => char.IsAsciiLetterUpper(letter) || letter == '&');

    /// <summary>Among other words in capitals it is a word.</summary>
    private static bool Shouts(StyleReading reading, int at) =>
        (at > 0 && IsLoud(reading, at - 1)) || (at + 1 < reading.Words.Count && IsLoud(reading, at + 1));

    private static bool IsLoud(StyleReading reading, int word) =>
        reading.Words[word].Length > 1 && !reading.Text.AsSpan(reading.Words[word].Start, reading.Words[word].Length).ContainsAnyExceptInRange('A', 'Z');

    /// <summary>"Integrated care board (ICB)" or "ICB (integrated care board)".</summary>
    private static bool IsExplained(string text, TextWord word) =>
        (word.Start > 0 && text[word.Start - 1] == '(')
        || text.AsSpan(word.End).TrimStart().StartsWith("(")
        || text.Contains($"({text[word.Start..word.End]})", StringComparison.Ordinal);
}
