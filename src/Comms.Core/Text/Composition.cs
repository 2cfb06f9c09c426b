using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Comms.Core.Text;

/// <summary>
/// Composes a text canonically (NFC of Unicode Standard Annex 15), from dated data: the framework does so only where ICU is
/// at hand, and a length must be the same on every host. Half a surrogate pair becomes the replacement character.
/// </summary>
internal static class Composition
{
    // Hangul syllables are composed by rule: chapter 3.12 of the Unicode Standard.
    private const int Syllables = 0xAC00;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int Tails = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private static readonly Tables Data = Tables.Load();

    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, runes);
        }

        Order(runes);
        var composed = new StringBuilder(text.Length);
        foreach (var rune in Join(runes))
        {
            composed.Append(new Rune(rune).ToString());
        }

        return composed.ToString();
    }

    /// <summary>What a letter consists of; itself alone when it consists of nothing else.</summary>
    public static IReadOnlyList<int> Decompose(int rune)
    {
        var runes = new List<int>();
        Decompose(rune, runes);
        return runes;
    }

    private static void Decompose(int rune, List<int> into)
    {
        if (rune is >= Syllables and < Syllables + (LeadCount * VowelCount * TailCount))
        {
            var at = rune - Syllables;
            into.Add(Leads + (at / (VowelCount * TailCount)));
            into.Add(Vowels + (at % (VowelCount * TailCount) / TailCount));
            if (at % TailCount > 0)
            {
                into.Add(Tails + (at % TailCount));
            }
        }
        else if (Data.Parts.TryGetValue(rune, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, into);
            }
        }
        else
        {
            into.Add(rune);
        }
    }

    /// <summary>Marks stand in the order of their classes; those of one class stay as they were. A text of marks alone costs no more.</summary>
    private static void Order(List<int> runes)
    {
        for (var first = 0; first < runes.Count; first++)
        {
            if (Class(runes[first]) == 0)
            {
                continue;
            }

            var end = first;
            while (end < runes.Count && Class(runes[end]) != 0)
            {
                end++;
            }

            var sorted = runes.GetRange(first, end - first).OrderBy(Class).ToArray();
            for (var at = 0; at < sorted.Length; at++)
            {
                runes[first + at] = sorted[at];
            }

            first = end;
        }
    }

    private static List<int> Join(List<int> runes)
    {
        var (joined, starter, last) = (new List<int>(runes.Count), -1, 0);
        foreach (var rune in runes)
        {
            var own = Class(rune);
            if (starter >= 0 && (last < own || last == 0) && (last != 0 || starter == joined.Count - 1) && Pair(joined[starter], rune) is { } pair)
            {
                joined[starter] = pair;
                continue;
            }

            starter = own == 0 ? joined.Count : starter;
            last = own;
            joined.Add(rune);
        }

        return joined;
    }

    private static int? Pair(int one, int two)
    {
        if (one is >= Leads and < Leads + LeadCount && two is >= Vowels and < Vowels + VowelCount)
        {
            return Syllables + ((((one - Leads) * VowelCount) + two - Vowels) * TailCount);
        }

        return one is >= Syllables and < Syllables + (LeadCount * VowelCount * TailCount) && (one - Syllables) % TailCount == 0 && two is > Tails and < Tails + TailCount
            ? one + two - Tails
            : Data.Pairs.TryGetValue((one, two), out var pair) ? pair : null;
    }

    private static int Class(int rune) => Data.Classes.GetValueOrDefault(rune);

    private sealed record Tables(Dictionary<int, int[]> Parts, Dictionary<(int One, int Two), int> Pairs, Dictionary<int, int> Classes)
    {
        public static Tables Load()
        {
            var file = TextData.Read("unicode/compositions.json", CompositionJson.Default.CompositionFile);
            var tables = new Tables([], [], []);
            foreach (var line in file.Decompositions.Split(';'))
            {
                var sign = line.IndexOfAny(['=', '>']);
                var (rune, parts) = (Hex(line[..sign]), line[(sign + 1)..].Split(' ').Select(Hex).ToArray());
                tables.Parts.Add(rune, parts);
                if (line[sign] == '=')
                {
                    tables.Pairs.Add((parts[0], parts[1]), rune);
                }
            }

            foreach (var (name, ranges) in file.Classes)
            {
                foreach (var range in ranges.Split(' ').Select(range => range.Split('-')))
                {
                    for (var rune = Hex(range[0]); rune <= Hex(range[^1]); rune++)
                    {
                        tables.Classes.Add(rune, int.Parse(name, CultureInfo.InvariantCulture));
                    }
                }
            }

            return tables;
        }

        private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}

internal sealed record CompositionFile(int Version, IReadOnlyDictionary<string, string> Classes, string Decompositions);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompositionFile))]
internal sealed partial class CompositionJson : JsonSerializerContext;
