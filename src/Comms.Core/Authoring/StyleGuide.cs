using Comms.Core.Authoring.Style;

namespace Comms.Core.Authoring;

/// <summary>
/// Plain, inclusive and accessible English: says what public guides would have otherwise, and why. It advises, and never
/// rewrites, blocks or marks down a "sorry". Immutable and safe for many threads.
/// </summary>
public sealed class StyleGuide
{
    private readonly IReadOnlyList<IStyleRule> _rules;
    private readonly HouseStyle _house;

    private StyleGuide(HouseStyle house)
    {
        _house = house;
        _rules = [.. StyleRules.For(house).Where(rule => !house.File.Off.Contains(rule.Name, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>The rules of <c>seeds/style</c> alone.</summary>
    public static StyleGuide Shipped { get; } = new(HouseStyle.None);

    /// <summary>The names of all rules, in order.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. StyleRules.For(HouseStyle.None).Select(rule => rule.Name)];

    /// <summary>The shipped rules, with a house's own.</summary>
    /// <param name="house">The house's words, and what it lives with.</param>
    public static StyleGuide With(HouseStyle house)
    {
        ArgumentNullException.ThrowIfNull(house);
        return new StyleGuide(house);
    }

    /// <summary>What there is to say about a text, in order of place. Linear in the text.</summary>
    /// <param name="text">The text and its pictures.</param>
    public IReadOnlyList<StyleFinding> Check(StyleText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<StyleFinding>();
        var reading = new StyleReading(text);
        foreach (var rule in _rules)
        {
            rule.Check(reading, findings);
        }

        return [.. findings.OrderBy(finding => finding.Start).ThenBy(finding => finding.Rule, StringComparer.Ordinal).Select(finding => Judge(finding, text.Text))];
    }

    private StyleFinding Judge(StyleFinding finding, string text)
    {
        var words = text.AsSpan(finding.Start, finding.Length);
        foreach (var accepted in _house.File.Accepted)
        {
            if (accepted.Rule == finding.Rule && (accepted.Text is null || words.Equals(accepted.Text, StringComparison.OrdinalIgnoreCase)))
            {
                return finding.Accepted(accepted.Reason);
            }
        }

        return finding;
    }
}
