namespace Comms.Core.Authoring.Style;

/// <summary>Divides a run of letters into words, the likeliest ways first, by the fewest and longest known words.</summary>
internal static class HashtagWords
{
    private const int MostChoices = 3;
    private const double PerWord = 3;
    private const double PerUnknown = 5;
    private const double PerUnknownLetter = 1.5;

    /// <summary>A way that costs this much more than the best is none.</summary>
    private const double Margin = 4;

    private static readonly HashSet<string> Capitals = [.. StyleSeeds.Hashtags.Capitals.Select(word => word.ToLowerInvariant())];
    private static readonly HashSet<string> Known = [.. StyleSeeds.Hashtags.Words, .. Capitals];

    /// <summary>Written with a capital for each word; empty when it is one word, or no word in it is known.</summary>
    public static IReadOnlyList<string> Choices(string letters)
    {
        var best = new List<Way>[letters.Length + 1];
        best[0] = [new Way(0, [], EndsUnknown: false)];
        for (var end = 1; end <= letters.Length; end++)
        {
            best[end] = [.. WaysTo(letters, end, best).OrderBy(way => way.Cost).ThenBy(way => string.Join(' ', way.Words), StringComparer.Ordinal).Take(MostChoices)];
        }

        var ways = best[^1];
        return ways.Count == 0 || ways[0].Words.Length < 2
            ? []
            : [.. ways.Where(way => way.Words.Length > 1 && way.Cost <= ways[0].Cost + Margin).Select(way => '#' + string.Concat(way.Words.Select(Written)))];
    }

    private static IEnumerable<Way> WaysTo(string letters, int end, List<Way>[] best)
    {
        for (var start = 0; start < end; start++)
        {
            var word = letters[start..end];
            var isKnown = Known.Contains(word) || word.All(char.IsAsciiDigit);
            foreach (var way in best[start].Where(way => isKnown || !way.EndsUnknown))
            {
                var cost = isKnown ? PerWord : PerUnknown + (PerUnknownLetter * word.Length);
                yield return new Way(way.Cost + cost, [.. way.Words, word], !isKnown);
            }
        }
    }

    private static string Written(string word) =>
        Capitals.Contains(word) ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];

    private sealed record Way(double Cost, string[] Words, bool EndsUnknown);
}
