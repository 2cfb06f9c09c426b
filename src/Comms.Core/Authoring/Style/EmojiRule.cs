using System.Globalization;
using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>Emoji are read aloud by their names: few, at the end, and never for a word or a bullet. So are letters that only look bold.</summary>
internal sealed class EmojiRule : IStyleRule
{
    /// <summary>The block of mathematical letters.</summary>
    private const int FirstOfLookalikes = 0x1D400;
    private const int LastOfLookalikes = 0x1D7FF;

    public string Name => "emoji";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        var emoji = Find(reading.Text);
        var limits = StyleSeeds.Limits;
        if (emoji.Count > limits.MostEmoji)
        {
            var extra = emoji[limits.MostEmoji];
            findings.Add(limits.Finding(Name, extra.Start, extra.Length, string.Create(
                CultureInfo.InvariantCulture, $"{emoji.Count} emoji: a screen reader says each by its name; {limits.MostEmoji} are enough")));
        }

        foreach (var (start, length) in emoji)
        {
            if (reading.Words.Count > 0 && reading.Words[^1].Start >= start + length)
            {
                findings.Add(limits.Finding(Name, start, length, "an emoji before words: a screen reader breaks in with its name; put it at the end"));
            }
        }

        CheckLetters(reading.Text, findings);
    }

    private void CheckLetters(string text, List<StyleFinding> findings)
    {
        var (first, end, at) = (-1, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= FirstOfLookalikes and <= LastOfLookalikes)
            {
                first = first < 0 ? at : first;
                end = at + rune.Utf16SequenceLength;
            }

            at += rune.Utf16SequenceLength;
        }

        if (first >= 0)
        {
            findings.Add(StyleSeeds.Limits.Finding(Name, first, end - first, "letters that only look bold are not read as letters: use plain ones"));
        }
    }

    private static List<(int Start, int Length)> Find(string text)
    {
        var found = new List<(int, int)>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (Emoji.Is(element))
            {
                found.Add((elements.ElementIndex, element.Length));
            }
        }

        return found;
    }
}
