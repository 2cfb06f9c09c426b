using System.Globalization;

namespace Comms.Core.Documents.Rendering;

/// <summary>The few words that renderers add of their own.</summary>
internal static class Phrases
{
    public const string Anonymous = "Anonymous";

    public const string Excerpt = "Part of a longer message";

    public const string SeeOriginal = "See it in place";

    public static string Tone(Tone tone) => tone switch
    {
        Documents.Tone.Negative => "Negative",
        Documents.Tone.Neutral => "Neutral",
        Documents.Tone.Positive => "Positive",
        _ => "",
    };

    public static string Others(int count) =>
        count == 1 ? "and 1 other said this" : string.Create(CultureInfo.InvariantCulture, $"and {count:N0} others said this");

    public static string Share(ShareBar bar, Share share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Label}: {share.Count:N0} ({bar.Percent(share)}%)");

    public static string Time(DateTimeOffset at) => at.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant to the second with its offset, as programs read it (RFC 3339).</summary>
    public static string Exact(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>What was found in a message, in words, but for its alert.</summary>
    public static IEnumerable<string> Marks(MessageCard card)
    {
        string?[] marks = [Tone(card.Tone), .. card.Marks, card.Excerpt ? Excerpt : null, Credit(null, card.Licence)];
        return marks.OfType<string>().Where(mark => mark.Length > 0);
    }

    /// <summary>Who or what is shown, and on which terms; null when neither is told.</summary>
    public static string? Credit(string? shown, string? licence) =>
        licence is null ? shown : string.IsNullOrEmpty(shown) ? "Licence: " + licence : $"{shown} · Licence: {licence}";

    public static string Label(string text, string? url) => string.IsNullOrWhiteSpace(text) ? url ?? "" : text;
}
