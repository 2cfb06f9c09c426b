using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>A text with its words and sentences found once, for all rules.</summary>
internal sealed class StyleReading
{
    public StyleReading(StyleText text)
    {
        Text = text.Text;
        AltTexts = text.AltTexts;
        TextWord[] words = [.. TextWord.Find(Text)];
        Words = words;
        Sentences = [.. Divide(words)];
    }

    public string Text { get; }

    public IReadOnlyList<string?> AltTexts { get; }

    /// <summary>Words in order; links, handles and hashtags are none.</summary>
    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>Sentences in order, each with its words.</summary>
    public IReadOnlyList<StyleSentence> Sentences { get; }

    private IEnumerable<StyleSentence> Divide(TextWord[] words)
    {
        var first = 0;
        foreach (var range in Comms.Core.Text.Sentences.Find(Text))
        {
            var end = first;
            while (end < words.Length && words[end].Start < range.End.Value)
            {
                end++;
            }

            yield return new StyleSentence(range.Start.Value, range.End.Value - range.Start.Value, new ArraySegment<TextWord>(words, first, end - first));
            first = end;
        }
    }
}

/// <summary>A sentence where it stands, in UTF-16 units, and its words.</summary>
internal readonly record struct StyleSentence(int Start, int Length, ArraySegment<TextWord> Words);
