using System.Globalization;
using System.Text.RegularExpressions;
using Comms.Core.Channels;

namespace Comms.Core.Authoring.Pairs;

/// <summary>The numbers, times and dates that a text names, each once and alike in every language. What stands in links is not looked at. Pure.</summary>
internal static partial class PairFacts
{
    private const int Noon = 12;

    /// <returns>Each as both halves should have it: <c>14:00</c>, <c>1200</c>, <c>month 5</c>, <c>day 1</c>.</returns>
    public static IReadOnlySet<string> Of(string text, PairLanguage language)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        string[] words = [.. Token().Matches(WithoutLinks(text)).Select(word => word.Value.ToLowerInvariant())];
        for (var at = 0; at < words.Length; at++)
        {
            if (char.IsAsciiDigit(words[at][0]))
            {
                facts.Add(Number(words, at, language));
            }
            else if (MonthOf(words, at, language) is { } month)
            {
                facts.Add(month);
            }
            else if (DayOf(words, at, language) is { } day)
            {
                facts.Add(day);
            }
        }

        return facts;
    }

    private static string WithoutLinks(string text) => Facets.Find(text).Where(facet => facet.Kind == FacetKind.Link).Reverse()
        .Aggregate(text, (rest, link) => rest.Remove(link.Start, link.Length));

    /// <summary>A time of day by the clock of 24 hours, or a number without what parts its thousands.</summary>
    private static string Number(string[] words, int at, PairLanguage language)
    {
        var half = at + 1 < words.Length ? words[at + 1] : "";
        var (morning, afternoon) = (language.Morning.Contains(half, StringComparer.Ordinal), language.Afternoon.Contains(half, StringComparer.Ordinal));
        var parts = words[at].Split(':', '.');
        if (!(morning || afternoon || words[at].Contains(':', StringComparison.Ordinal)) || parts.Length > 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
        {
            return words[at].Replace(",", "", StringComparison.Ordinal);
        }

        hour = afternoon && hour < Noon ? hour + Noon : morning && hour == Noon ? 0 : hour;
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{(parts.Length > 1 ? parts[1] : "00")}");
    }

    /// <summary>A month beside a number; what makes the number an ordinal may stand between them, as in “the 5th of May”.</summary>
    private static string? MonthOf(string[] words, int at, PairLanguage language)
    {
        var before = at - 1;
        while (before >= 0 && language.Ordinals.Contains(words[before], StringComparer.Ordinal))
        {
            before--;
        }

        return IsNumber(words, before) || IsNumber(words, at + 1) ? Place("month", words[at], language.Months) : null;
    }

    private static string? DayOf(string[] words, int at, PairLanguage language) =>
        language.DayLeads.Count == 0 || (at > 0 && language.DayLeads.Contains(words[at - 1], StringComparer.Ordinal)) ? Place("day", words[at], language.Days) : null;

    private static string? Place(string what, string word, IReadOnlyList<string> places)
    {
        for (var place = 0; place < places.Count; place++)
        {
            if (places[place].Split('|').Contains(word, StringComparer.Ordinal))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{what} {place + 1}");
            }
        }

        return null;
    }

    private static bool IsNumber(string[] words, int at) => at >= 0 && at < words.Length && char.IsAsciiDigit(words[at][0]);

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*|[ap]\.m\.|y\.[bhp]\.|\p{L}+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
