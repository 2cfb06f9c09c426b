namespace Comms.Core.Authoring.Style;

/// <summary>Several words in capitals one after the other, and marks in heaps.</summary>
internal sealed class ShoutingRule : IStyleRule
{
    /// <summary>Shorter ones are abbreviations as often as not.</summary>
    private const int ShortestLoud = 4;

    public string Name => "shouting";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        var first = 0;
        for (var i = 0; i <= reading.Words.Count; i++)
        {
            if (i < reading.Words.Count && IsCapitals(reading, i) && (i == first || reading.Words[i - 1].Touches(reading.Words[i], reading.Text)))
            {
                continue;
            }

            Add(reading, first, i, findings);
            first = i < reading.Words.Count && IsCapitals(reading, i) ? i : i + 1;
        }

        CheckMarks(reading.Text, findings);
    }

    private void Add(StyleReading reading, int first, int end, List<StyleFinding> findings)
    {
        var loud = 0;
        for (var i = first; i < end; i++)
        {
            loud += reading.Words[i].Length >= ShortestLoud ? 1 : 0;
        }

        if (end - first >= StyleSeeds.Limits.LongestShout && loud > 0)
        {
            var (start, last) = (reading.Words[first].Start, reading.Words[end - 1].End);
            findings.Add(StyleSeeds.Limits.Finding(Name, start, last - start, "words in capitals are hard to read and sound like shouting"));
        }
    }

    private void CheckMarks(string text, List<StyleFinding> findings)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = text.AsSpan(i).IndexOfAnyExcept('!', '?');
            length = length < 0 ? text.Length - i : length;
            if (length > 1)
            {
                var mark = text.AsSpan(i, length).Contains('?') ? "?" : "!";
                findings.Add(StyleSeeds.Limits.Finding(Name, i, length, "one mark is enough", mark));
            }

            i += length;
        }
    }

    private static bool IsCapitals(StyleReading reading, int word)
    {
        var letters = reading.Text.AsSpan(reading.Words[word].Start, reading.Words[word].Length);
        return letters.Length > 1 && letters.ContainsAnyInRange('A', 'Z') && !letters.ContainsAnyInRange('a', 'z') && !letters.ContainsAnyInRange('0', '9');
    }
}
