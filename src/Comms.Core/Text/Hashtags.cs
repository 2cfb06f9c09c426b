using System.Text.RegularExpressions;

namespace Comms.Core.Text;

/// <summary>Finds hashtags where a platform would: not within a word or a link, and not of digits alone.</summary>
internal static partial class Hashtags
{
    /// <returns>Each with its sign, once whatever its case, in order.</returns>
    public static IReadOnlyList<string> In(string text) => text.Contains('#', StringComparison.Ordinal)
        ? [.. Pattern().Matches(text).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [];

    [GeneratedRegex(@"(?<![\w&/#=?.-])\#(?=\d*\p{L})[\p{L}\p{M}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
