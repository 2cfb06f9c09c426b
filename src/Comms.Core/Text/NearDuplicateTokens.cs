using System.Text.RegularExpressions;

namespace Comms.Core.Text;

/// <summary>Reads the words that count when texts are compared.</summary>
internal static partial class NearDuplicateTokens
{
    /// <summary>
    /// Words in lower case, addresses without their tracking parts, and signs such as emoji; without punctuation, the
    /// sign of a hashtag, or the marks of a repost around the text.
    /// </summary>
    public static List<string> Read(string text)
    {
        var bare = Repost().Replace(text.Replace('’', '\'').Replace('‘', '\''), "");
        return [.. Token().Matches(bare).Select(match => match.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && match.Value.Contains("://", StringComparison.Ordinal) ? Address(match.Value) : match.Value.ToLowerInvariant())];
    }

    /// <summary>What stands between quotation marks, unless the marks stand around all of the text.</summary>
    public static IEnumerable<string> Quotations(string text) =>
        Quoted().Matches(text).Select(match => match.Value)
            .Where(quoted => quoted.Length < Repost().Replace(text, "").Trim().Length)
            .Select(quoted => string.Join(' ', Read(quoted)));

    private static string Address(string url)
    {
        var parts = Tracking().Replace(url, "$1").TrimEnd('?', '&', '/', '.', ',', '!', ')');
        var host = parts.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = parts.IndexOf('/', host);
        return path < 0 ? parts[host..].ToLowerInvariant() : parts[host..path].ToLowerInvariant() + parts[path..];
    }

    [GeneratedRegex(@"^\s*(RT|MT)\s+@\S+\s*:?\s*|\s(via|HT|h/t)\s@\S+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Repost();

    [GeneratedRegex(@"https?://[^\s<>""]+|@?[\p{L}\p{N}\p{M}]+([.,'][\p{L}\p{N}\p{M}]+)*|[\p{So}\p{Sm}\p{Sc}]|[\uD800-\uDBFF][\uDC00-\uDFFF]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"[“""][^“”""]+[”""]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"([?&])(utm_[^=&]*|fbclid|gclid|mc_cid|mc_eid|igshid)=[^&#]*&?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();
}
