using System.Text.RegularExpressions;

namespace Comms.Core.Benchmarks.Baselines;

/// <summary>
/// Triage as it is often begun: a compiled regular expression for each flag, kind, service and place, made from the same
/// policy as ours and the plain phrases of the same lexicons, and each tried on each message.
/// </summary>
/// <remarks>It knows no sentiment, language, negation, near miss, personal data or route: it does less than ours.</remarks>
internal sealed class RegexTriage
{
    private const RegexOptions Options =
        RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly (string Label, Regex Pattern)[] _labels;

    private RegexTriage((string Label, Regex Pattern)[] labels) => _labels = labels;

    public int Count => _labels.Length;

    public static RegexTriage Load() =>
        new([.. SeedPatterns.ByLabel().Select(label => (label.Key, Whole(label)))]);

    public void Find(string text, List<string> found)
    {
        foreach (var (label, pattern) in _labels)
        {
            if (pattern.IsMatch(text))
            {
                found.Add(label);
            }
        }
    }

    private static Regex Whole(IEnumerable<string> patterns) =>
        new($@"(?<!\w)(?:{string.Join('|', patterns)})(?!\w)", Options);
}
