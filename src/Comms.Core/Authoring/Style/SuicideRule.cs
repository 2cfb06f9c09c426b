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
        if (Topics.In(reading.Text, reading.Words).FirstOrDefault() is not { Length: > 0 } topic)
        {
            return;
        }

        findings.AddRange(Details.In(reading.Text, reading.Words).Select(detail => StyleSeeds.Suicide.Finding(
            Name, detail.Start, detail.Length, $"“{reading.Text.Substring(detail.Start, detail.Length)}”: say neither how nor where; others may follow")));
        if (!Help.In(reading.Text, reading.Words).Any())
        {
            findings.Add(StyleSeeds.Suicide.Finding(Name, topic.Start, topic.Length, "say where there is help: Samaritans, free on 116 123, day or night"));
        }
    }

    private static WordForms<string> Forms(IReadOnlyList<string> forms) =>
        new(forms.Select(form => (Array.ConvertAll(form.Split(' '), word => new[] { word }), form)));
}
