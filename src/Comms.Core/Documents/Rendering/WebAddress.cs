namespace Comms.Core.Documents.Rendering;

/// <summary>
/// Decides which addresses may become a link or a picture. What is refused is shown as text, so the rule can be strict:
/// only the schemes below, no characters that end an attribute or a Markdown link, and no user name before the host,
/// which is how one site poses as another.
/// </summary>
internal static class WebAddress
{
    private static readonly System.Buffers.SearchValues<char> Refused =
        System.Buffers.SearchValues.Create(" \"<>\\^`{|}");

    private const string Enclosed = "cid:";

    private static readonly System.Buffers.SearchValues<char> PartName =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_@");

    public static bool CanLink(string? url) =>
        TryParse(url, out var address) && (address.Scheme is "https" or "http" or "mailto");

    public static bool CanShowPicture(string? url) => TryParse(url, out var address) && address.Scheme == "https";

    /// <summary>An address that may be linked, as HTML has it written: brackets stand bare around a host of numbers alone.</summary>
    public static string Written(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal);
        var path = host < 0 ? 0 : url.AsSpan(host + 3).IndexOfAny('/', '?', '#') is >= 0 and var at ? host + 3 + at : url.Length;
        return url[..path] + url[path..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
    }

    /// <summary>Whether it names a part of the same e-mail (RFC 2392).</summary>
    public static bool IsEnclosed(string url) => url.StartsWith(Enclosed, StringComparison.Ordinal)
        && url.AsSpan(Enclosed.Length) is { Length: > 0 } name && !name.ContainsAnyExcept(PartName);

    private static bool TryParse(string? url, out Uri address)
    {
        address = null!;
        if (string.IsNullOrEmpty(url) || url.AsSpan().ContainsAny(Refused) || url.Any(Hidden))
        {
            return false;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !StartsAsWritten(url, parsed))
        {
            return false;
        }

        address = parsed;
        return parsed.Scheme == "mailto" || (parsed.UserInfo.Length == 0 && parsed.Host.Length > 0);
    }

    // A path such as "/etc/passwd" parses as a file address, although no scheme was written.
    private static bool StartsAsWritten(string url, Uri parsed) =>
        url.StartsWith(parsed.Scheme + (parsed.Scheme == "mailto" ? ":" : "://"), StringComparison.OrdinalIgnoreCase);

    private static bool Hidden(char each) =>
        char.IsControl(each) || char.IsWhiteSpace(each) || char.IsSurrogate(each)
        || char.GetUnicodeCategory(each) == System.Globalization.UnicodeCategory.Format;
}
