using System.Globalization;

namespace Comms.Core.Authoring.Style;

/// <summary>Sentences of more words than a reader holds at once.</summary>
internal sealed class SentenceRule(int longest) : IStyleRule
{
    public string Name => "sentence-length";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        foreach (var sentence in reading.Sentences)
        {
            var words = sentence.Words.Count;
            if (words > longest)
            {
                var message = string.Create(CultureInfo.InvariantCulture, $"{words} words in one sentence: split what has more than {longest}");
                findings.Add(StyleSeeds.Limits.Finding(Name, sentence.Start, sentence.Length, message));
            }
        }
    }
}
