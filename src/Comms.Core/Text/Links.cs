using System.Globalization;
using System.Text.RegularExpressions;

namespace Comms.Core.Text;

/// <summary>
/// Finds what X takes for a link, scheme or none: its rules, written anew from their description and their public cases.
/// Host names are bounded, as the net bounds them, so that a text costs what its length costs. Pure.
/// </summary>
internal static partial class Links
{
    /// <summary>In UTF-16 units, the scheme included.</summary>
    private const int LongestLink = 4096;

    private const int LongestShortened = 40;

    /// <summary>Punctuation, white space, and marks that no host name has.</summary>
    private const string NoHost = @"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$\s\u0000-\u0020\u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFFFE\uFEFF\uFFFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069";

    private const string Latin =
        @"\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF";

    private const string InPath = @"[A-Za-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&" + Latin + "]";
    private const string Closed = $@"\((?:{InPath}+|{InPath}*\({InPath}+\){InPath}*)\)";
    private const string EndsPath = @"(?:[+\-A-Za-z\u0400-\u04FF0-9=_#/" + Latin + $@"]|{Closed})";

    /// <summary>Where links stand, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="bare">Whether a host name without a scheme is a link.</param>
    public static List<Range> Find(string text, bool bare = true)
    {
        var found = new List<Range>();
        if (!text.Contains(bare ? '.' : ':', StringComparison.Ordinal))
        {
            return found;
        }

        for (var at = 0; at < text.Length && Candidate().Match(text, at) is { Success: true } match;)
        {
            var end = Take(text, match, bare, found);
            at = end > 0 ? end : match.Index + 1;
        }

        return found;
    }

    /// <summary>Takes a candidate if it is one.</summary>
    /// <returns>The place from which to look on.</returns>
    private static int Take(string text, Match match, bool bare, List<Range> found)
    {
        var (scheme, host) = (match.Groups["scheme"], match.Groups["host"]);
        var start = scheme.Success ? scheme.Index : host.Index;
        if (HostEnd(text, host) is not (> 0 and var hostEnd))
        {
            return 0;
        }

        var rest = Rest().Match(text, hostEnd);
        var end = hostEnd + rest.Length;
        if (!IsName(text.AsSpan(host.Index, hostEnd - host.Index)) || end - start > LongestLink)
        {
            return end;
        }

        if (scheme.Success)
        {
            if (Shortened(text.AsSpan(start, end - start)) is var kept and >= 0)
            {
                found.Add(start..(kept == 0 ? end : start + kept));
            }
        }
        else if (bare && !(host.Index > 0 && text[host.Index - 1] is '-' or '_' or '.' or '/'))
        {
            AddBare(text, host.Index, hostEnd, rest.Groups["path"].Success ? end : hostEnd, found);
        }

        return end;
    }

    /// <summary>Where the longest host name ends that begins here and has a known last part; 0 when there is none.</summary>
    private static int HostEnd(string text, Group host)
    {
        var run = host.ValueSpan;
        for (var dot = run.LastIndexOf('.'); dot > 0; dot = run[..dot].LastIndexOf('.'))
        {
            var after = text.AsSpan(host.Index + dot + 1);
            var coded = Punycode().EnumerateMatches(after);
            var length = coded.MoveNext() ? coded.Current.Length : TopLevelDomains.At(after, next => next is not { } letter || !(char.IsAsciiLetterOrDigit(letter) || letter is '@' or '+' or '-'));
            if (length > 0 && Labels().IsMatch(run[..dot]))
            {
                return host.Index + dot + 1 + length;
            }
        }

        return 0;
    }

    /// <summary>Whether it can be written as a host name of letters, digits and hyphens.</summary>
    private static bool IsName(ReadOnlySpan<char> host)
    {
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (!System.Text.Ascii.IsValid(label) && (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || !IsShortName(label.ToString())))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsShortName(string label)
    {
        try
        {
            return new IdnMapping().GetAscii(label).Length > 0;
        }
        catch (ArgumentException)
        {
            // The framework has no way to ask: a label that is too long or holds what no name may is refused by throwing.
            return false;
        }
    }

    /// <summary>Of a link that X made shorter itself, only the name behind its slash counts: its length, 0 for any other link, −1 for none.</summary>
    private static int Shortened(ReadOnlySpan<char> link)
    {
        foreach (var found in OwnLink().EnumerateMatches(link))
        {
            var name = link[..found.Length];
            var slug = name[(name.LastIndexOf('/') + 1)..];
            var query = slug.IndexOf('?');
            return (query < 0 ? slug.Length : query) > LongestShortened ? -1 : found.Length;
        }

        return 0;
    }

    /// <summary>Without a scheme only names in Latin letters count, each of them; the last has the path.</summary>
    private static void AddBare(string text, int start, int hostEnd, int end, List<Range> found)
    {
        var first = found.Count;
        for (var at = start; at < hostEnd;)
        {
            var run = LatinHost().Match(text, at, hostEnd - at);
            if (!run.Success)
            {
                break;
            }

            var nameEnd = LatinEnd(text, run);
            if (nameEnd > 0)
            {
                found.Add(run.Index..nameEnd);
            }

            at = nameEnd > 0 ? nameEnd : run.Index + run.Length;
        }

        if (found.Count > first)
        {
            found[^1] = found[^1].Start..(end > hostEnd ? end : found[^1].End.Value);
        }
    }

    private static int LatinEnd(string text, Match run)
    {
        var span = text.AsSpan(0, run.Index + run.Length);
        for (var dot = span.LastIndexOf('.'); dot > run.Index; dot = span[..dot].LastIndexOf('.'))
        {
            var length = TopLevelDomains.At(text.AsSpan(dot + 1), next => next is not { } letter || !(char.IsAsciiLetterOrDigit(letter) || letter is '@' or '+' or '-'));
            if (length > 0)
            {
                return dot + 1 + length;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"(?:^|[^A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF])(?:(?<scheme>https?://)(?<host>[^" + NoHost + @"](?:[-_.]|[^" + NoHost + @"]){0,254})|(?<host>[^" + NoHost + @"](?:[-_.]|[^" + NoHost + @"]){0,254}))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Candidate();

    /// <summary>Labels of at most 63 units; the last has no underscore, none ends or begins with a hyphen.</summary>
    [GeneratedRegex(@"^(?:[^" + NoHost + @"](?:(?:[-_]|[^" + NoHost + @"]){0,61}[^" + NoHost + @"])?\.)*[^" + NoHost + @"](?:(?:-|[^" + NoHost + @"]){0,61}[^" + NoHost + @"])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();

    [GeneratedRegex(@"^xn--[\-0-9a-z]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Punycode();

    [GeneratedRegex(@"\G(?::[0-9]+)?(?<path>/(?:(?:" + InPath + "*(?:" + Closed + InPath + "*)*" + EndsPath + ")|(?:@" + InPath + @"+/))*)?(?:\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Za-z0-9\-_&=#/])?", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^https?://t\.co/[a-z0-9]+(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnLink();

    [GeneratedRegex(@"[\-A-Za-z0-9" + Latin + @"]+(?:\.[\-A-Za-z0-9" + Latin + "]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex LatinHost();
}
