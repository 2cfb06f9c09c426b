using System.Text.RegularExpressions;
using Comms.Core.Text;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>Fills the blanks of a template, as <c>{place}</c>, with one of the words that a wave has for each.</summary>
internal static partial class WaveText
{
    /// <summary>The blanks for which a wave has no words.</summary>
    public static IEnumerable<string> Blanks(WaveFile wave) => wave.Texts
        .SelectMany(text => Blank().Matches(text).Select(blank => blank.Groups["name"].Value))
        .Distinct(StringComparer.Ordinal)
        .Where(name => !wave.Words.TryGetValue(name, out var words) || words.Count == 0);

    /// <summary>One text of a wave, by chance.</summary>
    public static string Of(WaveFile wave, Chance chance) =>
        Blank().Replace(chance.Of(wave.Texts), blank => chance.Of(wave.Words[blank.Groups["name"].Value]));

    [GeneratedRegex(@"\{(?<name>[a-z][a-z-]*)\}")]
    private static partial Regex Blank();
}
