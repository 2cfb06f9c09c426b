using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>
/// Fits a text to a channel: whole, or as the thread of fewest parts split at the ends of sentences, or a clear no. It
/// never cuts. Pure.
/// </summary>
public static class Fitter
{
    /// <summary>Fits the text. Each part takes as many whole sentences as it can, which gives the fewest parts.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="traits">The channel's limits.</param>
    public static FitResult Fit(string text, ChannelTraits traits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(traits);
        if (traits.MaxLength is not { } limit || TextLength.Count(text, traits.Unit) <= limit)
        {
            return new FitResult.Fits([text]);
        }

        return traits.Threads
            ? Split(Sentences.Split(text), limit, traits.Unit)
            : No("the text", TextLength.Count(text, traits.Unit), limit, traits.Unit);
    }

    private static FitResult Split(IReadOnlyList<string> sentences, int limit, LengthUnit unit)
    {
        var parts = new List<string>();
        var part = "";
        foreach (var sentence in sentences)
        {
            var joined = part.Length == 0 ? sentence : $"{part} {sentence}";
            if (TextLength.Count(joined, unit) <= limit)
            {
                part = joined;
                continue;
            }

            if (TextLength.Count(sentence, unit) is var length && length > limit)
            {
                return No($"the sentence that begins “{Opening(sentence)}”", length, limit, unit);
            }

            parts.Add(part);
            part = sentence;
        }

        parts.Add(part);
        return new FitResult.Fits(parts);
    }

    private static FitResult.TooLong No(string what, int length, int limit, LengthUnit unit) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what} has {length} {Name(unit)}; at most {limit} fit, {length - limit} fewer than it has"),
        length - limit);

    private static string Opening(string sentence) =>
        new StringInfo(sentence) is { LengthInTextElements: > 30 } info ? info.SubstringByTextElements(0, 30) + "…" : sentence;

    private static string Name(LengthUnit unit) => unit switch
    {
        LengthUnit.Graphemes => "characters",
        LengthUnit.Utf8 => "bytes",
        _ => "UTF-16 units",
    };
}
