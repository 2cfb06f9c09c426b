using System.Globalization;
using Comms.Core.Triage.Training;

namespace Comms.Core.ModelBuilder;

/// <summary>Reads the VADER lexicon, its emoji and AFINN.</summary>
internal static class LexiconFiles
{
    public static IReadOnlyList<FeelingWord> Read(string vader, string emoji, string afinn)
    {
        var words = Values(vader);
        return
        [
            .. words.Select(pair => new FeelingWord(pair.Word, pair.Value, 0)),
            .. Emoji(emoji, words.GroupBy(pair => pair.Word).ToDictionary(group => group.Key, group => group.Last().Value)),
            .. Values(afinn).Select(pair => new FeelingWord(pair.Word, 0, pair.Value)),
        ];
    }

    /// <summary>An emoji feels what the words of its description feel together, as VADER reads it.</summary>
    private static IEnumerable<FeelingWord> Emoji(string path, Dictionary<string, float> words) =>
        from parts in Lines(path)
        where !words.ContainsKey(parts[0])
        let sum = parts[1].Split([' ', '-']).Sum(word => words.GetValueOrDefault(word))
        where sum != 0
        select new FeelingWord(parts[0], Math.Clamp(sum, -4, 4), 0);

    private static (string Word, float Value)[] Values(string path) =>
        [.. Lines(path).Select(parts => (parts[0], float.Parse(parts[1], CultureInfo.InvariantCulture)))];

    private static IEnumerable<string[]> Lines(string path) =>
        File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length > 1);
}
