using System.Globalization;
using System.Text.Json.Serialization;

namespace Comms.Core.Text;

/// <summary>The length of a text as X counts it: twitter-text with configuration 3, from dated data.</summary>
internal static class WeightedLength
{
    private static readonly WeightFile Weights = TextData.Read("platforms/weights.json", WeightJson.Default.WeightFile);

    /// <param name="text">Any text.</param>
    /// <param name="emojiAsOne">As since configuration 3; before it, an emoji weighed what its parts weigh.</param>
    public static int Of(string text, bool emojiAsOne = true)
    {
        var composed = Composition.Compose(text);
        var (weight, at) = (0L, 0);
        foreach (var link in Links.Find(composed))
        {
            weight += Weigh(composed.AsSpan(at, link.Start.Value - at), emojiAsOne) + (Weights.Link * Weights.Scale);
            at = link.End.Value;
        }

        return (int)((weight + Weigh(composed.AsSpan(at), emojiAsOne)) / Weights.Scale);
    }

    private static long Weigh(ReadOnlySpan<char> text, bool emojiAsOne)
    {
        long weight = 0;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            weight += emojiAsOne && Emoji.Is(text[..length]) ? Weights.Usual : OfRunes(text[..length]);
            text = text[length..];
        }

        return weight;
    }

    private static long OfRunes(ReadOnlySpan<char> grapheme)
    {
        long weight = 0;
        foreach (var rune in grapheme.EnumerateRunes())
        {
            weight += OfRune(rune.Value);
        }

        return weight;
    }

    private static int OfRune(int rune)
    {
        foreach (var range in Weights.Ranges)
        {
            if (rune >= range.First && rune <= range.Last)
            {
                return range.Weight;
            }
        }

        return Weights.Usual;
    }
}

internal sealed record WeightFile(int Version, int Scale, int Usual, int Link, IReadOnlyList<WeightRange> Ranges);

internal sealed record WeightRange(int First, int Last, int Weight);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WeightFile))]
internal sealed partial class WeightJson : JsonSerializerContext;
