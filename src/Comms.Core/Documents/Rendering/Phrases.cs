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

    /// <summary>How many words <see cref="Time"/> has, whatever the time.</summary>
    public const int WordsOfTime = 5;

    public static string Time(DateTimeOffset at) => at.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant to the second with its offset, as programs read it (RFC 3339).</summary>
    public static string Exact(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>What was found in a message, in words, but for its alert.</summary>
    public static IEnumerable<string> Marks(MessageCard card)
    {
        string[] marks = [Tone(card.Tone), .. Labels(card)];
        return marks.Where(mark => mark.Length > 0);
    }

    /// <summary>The same without how the writer feels.</summary>
    public static IEnumerable<string> Labels(MessageCard card)
    {
        string?[] labels = [.. card.Marks, card.Excerpt ? Excerpt : null, Licence(card.Licence)];
        return labels.OfType<string>();
    }

    /// <summary>On which terms it is shown; null when not told.</summary>
    public static string? Licence(string? licence) => licence is null ? null : "Licence: " + licence;

    /// <summary>Who or what is shown, and on which terms; null when neither is told.</summary>
    public static string? Credit(string? shown, string? licence) =>
        Licence(licence) is not { } terms ? shown : string.IsNullOrEmpty(shown) ? terms : $"{shown} · {terms}";

    public static string Label(string text, string? url) => string.IsNullOrWhiteSpace(text) ? url ?? "" : text;
}
