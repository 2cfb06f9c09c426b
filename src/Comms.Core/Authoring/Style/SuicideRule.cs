using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>
/// Safe words on suicide: those to avoid, how and where someone died, which others may follow, and help that is not named.
/// Details count only in a text that speaks of suicide.
/// </summary>
internal sealed class SuicideRule : IStyleRule
{
    private static readonly WordForms<string> Topics = Forms(StyleSeeds.Suicide.Topics);
    private static readonly WordForms<string> Details = Forms(StyleSeeds.Suicide.Details);
    private static readonly WordForms<string> Help = Forms(StyleSeeds.Suicide.Help);
    private readonly WordRule _words;

    public SuicideRule(IReadOnlyList<string> allowed) => _words = new WordRule(
        Name, new WordsSeed { Guide = StyleSeeds.Suicide.Guide, Checked = StyleSeeds.Suicide.Checked, Entries = StyleSeeds.Suicide.Entries }, allowed);

    public string Name => "suicide";

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        _words.Check(reading, findings);
        if (Find(Topics, reading).FirstOrDefault() is not { Length: > 0 } topic)
        {
            return;
        }

        findings.AddRange(Find(Details, reading).Select(detail => StyleSeeds.Suicide.Finding(
            Name, detail.Start, detail.Length, $"“{reading.Text.Substring(detail.Start, detail.Length)}”: say neither how nor where; others may follow")));
        if (!Find(Help, reading).Any())
        {
            findings.Add(StyleSeeds.Suicide.Finding(Name, topic.Start, topic.Length, "say where there is help: Samaritans, free on 116 123, day or night"));
        }
    }

    private static WordForms<string> Forms(IReadOnlyList<string> forms) =>
        new(forms.Select(form => (Array.ConvertAll(form.Split(' '), word => new[] { word }), form)));

    private static IEnumerable<(int Start, int Length)> Find(WordForms<string> forms, StyleReading reading)
    {
        for (var at = 0; at < reading.Words.Count; at++)
        {
            if (forms.At(reading.Text, reading.Words, at) is ( > 0 and var count, _))
            {
                var (start, end) = (reading.Words[at].Start, reading.Words[at + count - 1].End);
                yield return (start, end - start);
                at += count - 1;
            }
        }
    }
}
