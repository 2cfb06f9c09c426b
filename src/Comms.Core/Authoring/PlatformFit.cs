using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>How a text stands against a platform's rules, in the platform's own unit. Pure.</summary>
/// <param name="Length">How long it is.</param>
/// <param name="Limit">The most that fits; null when the platform only warns, or sets no limit.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Fits">Whether one post takes it.</param>
/// <param name="Parts">The posts that it makes: itself, or a thread; none when it fits in no way.</param>
/// <param name="Reasons">Why it does not fit, and what is unwise about it; empty when all is well.</param>
public sealed record PlatformFit(int Length, int? Limit, LengthUnit Unit, bool Fits, IReadOnlyList<string> Parts, IReadOnlyList<string> Reasons)
{
    // No platform shows these: noncharacters and the mark of byte order. The rule is twitter-text's.
    private static readonly System.Buffers.SearchValues<char> NotTaken = System.Buffers.SearchValues.Create("\uFFFE\uFEFF\uFFFF");

    /// <summary>Measures a text.</summary>
    /// <param name="text">The words.</param>
    /// <param name="platform">The platform's rules.</param>
    /// <param name="warning">A content warning, which counts with the words; null for none.</param>
    public static PlatformFit Of(string text, Platform platform, string? warning = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(platform);
        var traits = platform.Traits;
        var said = new Half("", text, warning);
        var fit = Fitter.Fit(text, said.Within(traits));
        string[] refusals = [.. Refusals(text, platform)];
        var parts = fit is FitResult.Fits fits && refusals.Length == 0 ? fits.Parts : [];
        string[] reasons =
        [
            .. fit is FitResult.TooLong no ? [no.Reason] : Array.Empty<string>(),
            .. fit is FitResult.Fits { Parts.Count: > 1 } thread ? [string.Create(CultureInfo.InvariantCulture, $"it makes a thread of {thread.Parts.Count}")] : Array.Empty<string>(),
            .. refusals,
            .. Warnings(text, platform),
        ];
        return new PlatformFit(TextLength.Count(text, traits.Unit) + said.Before(traits), traits.MaxLength, traits.Unit, parts.Count == 1, parts, reasons);
    }

    private static IEnumerable<string> Refusals(string text, Platform platform)
    {
        if (text.Length == 0)
        {
            yield return "it has no words";
        }

        if (text.AsSpan().ContainsAny(NotTaken))
        {
            yield return "it holds a character that no platform takes";
        }

        var links = Links.Find(text).Select(link => text[link]).Distinct(StringComparer.Ordinal).Count();
        if (platform.MaxLinks is { } most && links > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has {links} links; {platform.Id} takes {most}");
        }

        var tags = Facets.Find(text).Count(facet => facet.Kind == FacetKind.Hashtag);
        if (platform.MaxHashtags is { } mostTags && tags > mostTags)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has {tags} hashtags; {platform.Id} takes {mostTags}");
        }

        if (platform.EndsWithFullStop && !text.AsSpan().TrimEnd().EndsWith('.'))
        {
            yield return "it does not end with a full stop";
        }
    }

    private static IEnumerable<string> Warnings(string text, Platform platform) => platform.Limits
        .Where(limit => limit.Warns && TextLength.Count(text, limit.Unit) > limit.Most)
        .Select(limit => string.Create(CultureInfo.InvariantCulture, $"over {limit.Most} it may be cut or not be taken by some tools"));
}
