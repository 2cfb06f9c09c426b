namespace Comms.Core.Authoring.Style;

/// <summary>A text with its words and sentences found once, for all rules.</summary>
internal sealed class StyleReading
{
    public StyleReading(StyleText text)
    {
        Text = text.Text;
        AltTexts = text.AltTexts;
        Words = [.. StyleWord.Find(Text)];
        Sentences = Comms.Core.Text.Sentences.Find(Text);
    }

    public string Text { get; }

    public IReadOnlyList<string?> AltTexts { get; }

    /// <summary>Words in order; links, handles and hashtags are none.</summary>
    public IReadOnlyList<StyleWord> Words { get; }

    public IReadOnlyList<Range> Sentences { get; }

    /// <summary>Whether only blanks stand between two words that follow each other.</summary>
    public bool Touch(StyleWord before, StyleWord after) =>
        Text.AsSpan(before.End..after.Start).IsWhiteSpace();

    /// <summary>The words that stand in a sentence.</summary>
    public IEnumerable<StyleWord> In(Range sentence) =>
        Words.Where(word => word.Start >= sentence.Start.Value && word.End <= sentence.End.Value);
}
