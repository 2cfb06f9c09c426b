namespace Comms.Core.Benchmarks;

/// <summary>
/// Phrases as an organisation might list them: pairs of words that its messages do use, so that looking them up is not
/// free, put together so that few pairs occur. The same every time.
/// </summary>
internal static class PolicyPhrases
{
    private const int LeastLetters = 4;

    /// <summary>A prime, so that the pairs do not repeat before all are used.</summary>
    private const int Step = 7919;

    public static IEnumerable<string> Made(int count)
    {
        var words = WeekMessages.Texts()
            .SelectMany(text => text.Split([' ', '.', ',', '!', '?', ':', ';', '"', '(', ')', '#', '@']))
            .Where(word => word.Length >= LeastLetters && word.All(char.IsAsciiLetterLower))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        return Enumerable.Range(0, int.MaxValue)
            .Select(number => (long)number * Step % ((long)words.Length * words.Length))
            .Select(pair => $"{words[pair / words.Length]} {words[pair % words.Length]}")
            .Distinct()
            .Take(count);
    }
}
