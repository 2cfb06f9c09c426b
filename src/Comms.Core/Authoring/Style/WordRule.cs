using Comms.Core.Text;

namespace Comms.Core.Authoring.Style;

/// <summary>Words and phrases to avoid, longest first, each with what to use instead.</summary>
internal sealed class WordRule : IStyleRule
{
    private readonly WordsSeed _seed;
    private readonly WordForms<AvoidedWords> _forms;

    public WordRule(string name, WordsSeed seed, IReadOnlyList<string> allowed)
    {
        Name = name;
        _seed = seed;
        _forms = new WordForms<AvoidedWords>(seed.Entries.SelectMany(
            entry => entry.Avoid.Where(form => !allowed.Contains(form, StringComparer.OrdinalIgnoreCase)),
            (entry, form) => (Array.ConvertAll(form.ToLowerInvariant().Split(' '), word => new[] { word }), entry)));
    }

    public string Name { get; }

    public void Check(StyleReading reading, List<StyleFinding> findings) =>
        findings.AddRange(_forms.In(reading.Text, reading.Words).Select(found => Finding(reading.Text, found.Start, found.Length, found.Meaning)));

    private StyleFinding Finding(string text, int start, int length, AvoidedWords entry)
    {
        var use = entry.Use.Count == 0 ? "say it in other words" : $"use “{string.Join("” or “", entry.Use)}”";
        var unless = entry.Unless is null ? "" : $", unless {entry.Unless}";
        return _seed.Finding(Name, start, length, $"“{text.Substring(start, length)}”: {use}{unless}", entry.Use);
    }
}
