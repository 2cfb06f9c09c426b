namespace Comms.Core.Authoring.Style;

/// <summary>Words and phrases to avoid, longest first, each with what to use instead.</summary>
internal sealed class WordRule : IStyleRule
{
    private readonly WordsSeed _seed;
    private readonly ILookup<string, (string[] Words, AvoidedWords Entry)> _byFirst;

    public WordRule(string name, WordsSeed seed, IReadOnlyList<string> allowed)
    {
        Name = name;
        _seed = seed;
        _byFirst = seed.Entries
            .SelectMany(entry => entry.Avoid.Where(form => !allowed.Contains(form, StringComparer.OrdinalIgnoreCase)), (entry, form) => (Form: form.ToLowerInvariant().Split(' '), entry))
            .OrderByDescending(pair => pair.Form.Length)
            .ToLookup(pair => pair.Form[0], StringComparer.Ordinal);
    }

    public string Name { get; }

    public void Check(StyleReading reading, List<StyleFinding> findings)
    {
        for (var i = 0; i < reading.Words.Count; i++)
        {
            foreach (var (words, entry) in _byFirst[reading.Words[i].Small])
            {
                if (StandsAt(reading, i, words))
                {
                    findings.Add(Finding(reading, i, words.Length, entry));
                    i += words.Length - 1;
                    break;
                }
            }
        }
    }

    private static bool StandsAt(StyleReading reading, int at, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (at + i >= reading.Words.Count || reading.Words[at + i].Small != words[i] || !reading.Touch(reading.Words[at + i - 1], reading.Words[at + i]))
            {
                return false;
            }
        }

        return true;
    }

    private StyleFinding Finding(StyleReading reading, int at, int count, AvoidedWords entry)
    {
        var (start, end) = (reading.Words[at].Start, reading.Words[at + count - 1].End);
        var use = entry.Use.Count == 0 ? "say it in other words" : $"use “{string.Join("” or “", entry.Use)}”";
        var unless = entry.Unless is null ? "" : $", unless {entry.Unless}";
        return _seed.Finding(Name, start, end - start, $"“{reading.Text[start..end]}”: {use}{unless}", entry.Use);
    }
}
