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

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        for (var i = 0; i < reading.Words.Count; i++)
        {
            if (_forms.At(reading.Text, reading.Words, i) is ( > 0 and var count, { } entry))
            {
                findings.Add(Finding(reading, i, count, entry));
                i += count - 1;
            }
        }
    }

    private StyleFinding Finding(StyleReading reading, int at, int count, AvoidedWords entry)
    {
        var (start, end) = (reading.Words[at].Start, reading.Words[at + count - 1].End);
        var use = entry.Use.Count == 0 ? "say it in other words" : $"use “{string.Join("” or “", entry.Use)}”";
        var unless = entry.Unless is null ? "" : $", unless {entry.Unless}";
        return _seed.Finding(Name, start, end - start, $"“{reading.Text[start..end]}”: {use}{unless}", entry.Use);
    }
}
