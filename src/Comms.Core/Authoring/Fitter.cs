using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>
/// Fits a text to a channel: whole, or as the thread of fewest parts split at the ends of sentences, or a clear no. It
/// never cuts, and within a part nothing changes, white space and paragraphs included. Pure.
/// </summary>
public static class Fitter
{
    /// <summary>Fits the text. Of the threads of fewest parts it takes one that splits at paragraphs, and then the most even.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="traits">The channel's limits.</param>
    public static FitResult Fit(string text, ChannelTraits traits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(traits);
        if (Excess(text, traits) is not { } excess)
        {
            return new FitResult.Fits([text]);
        }

        return traits.Threads ? Split(text, traits) : No("the text", excess);
    }

    private static FitResult Split(string text, ChannelTraits traits)
    {
        var sentences = Sentences.Find(text);
        foreach (var sentence in sentences)
        {
            if (Excess(text[sentence], traits) is { } excess)
            {
                return No($"the sentence that begins “{Opening(text[sentence])}”", excess);
            }
        }

        return sentences.Count == 0
            ? No("the white space", Excess(text, traits)!)
            : new FitResult.Fits(ThreadSplit.Fewest(text, sentences, part => Excess(part, traits) is null));
    }

    private static Over? Excess(string text, ChannelTraits traits) =>
        Excess(text, traits.MaxLength, traits.Unit) ?? Excess(text, traits.MaxBytes, LengthUnit.Utf8);

    private static Over? Excess(string text, int? limit, LengthUnit unit) =>
        limit is { } most && TextLength.Count(text, unit) is var length && length > most ? new Over(length, most, unit) : null;

    private static FitResult.TooLong No(string what, Over over) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what} has {over.Length} {Name(over.Unit)}; at most {over.Most} fit, {over.Length - over.Most} fewer than it has"),
        over.Length - over.Most);

    private static string Opening(string sentence) =>
        new StringInfo(sentence) is { LengthInTextElements: > 30 } info ? info.SubstringByTextElements(0, 30) + "…" : sentence;

    private static string Name(LengthUnit unit) => unit switch
    {
        LengthUnit.Utf8 => "bytes",
        LengthUnit.Utf16 => "UTF-16 units",
        _ => "characters",
    };

    private sealed record Over(int Length, int Most, LengthUnit Unit);
}
