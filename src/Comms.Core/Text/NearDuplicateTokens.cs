using System.Globalization;
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
        var words = new WordList();
        Read(text, words);
        return [.. Enumerable.Range(0, words.Count).Select(at => words[at].ToString())];
    }

    /// <summary>The same, after the words that a list has.</summary>
    public static void Read(string text, WordList words)
    {
        var bare = Bare(text.Replace('’', '\'').Replace('‘', '\''));
        for (var at = 0; at < bare.Length; at++)
        {
            if (AddressEnd(bare, at) is var end && end > at)
            {
                words.Add(Address(bare[at..end]));
                at = end - 1;
            }
            else if (TokenEnd(bare, at) is var last && last > at)
            {
                words.AddSmall(bare.AsSpan(at..last));
                at = last - 1;
            }
        }
    }

    /// <summary>What stands between quotation marks, unless the marks stand around all of the text.</summary>
    public static IEnumerable<string> Quotations(string text) =>
        !text.AsSpan().ContainsAny('"', '“') ? [] : Quoted().Matches(text).Select(match => match.Value)
            .Where(quoted => quoted.Length < Bare(text).Trim().Length)
            .Select(quoted => string.Join(' ', Read(quoted)));

    /// <summary>Without the marks of a repost, all of which name an account.</summary>
    private static string Bare(string text) => text.Contains('@', StringComparison.Ordinal) ? Repost().Replace(text, "") : text;

    /// <summary>Where a web address that begins here ends; here, when none does.</summary>
    private static int AddressEnd(string text, int at)
    {
        if (text[at] is not ('h' or 'H'))
        {
            return at;
        }

        var host = Starts(text, at, "http://") ? at + 7 : Starts(text, at, "https://") ? at + 8 : int.MaxValue;
        var end = host;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"'))
        {
            end++;
        }

        return end > host ? end : at;
    }

    /// <summary>Where a word or sign that begins here ends; here, when none does. A word goes on across a full stop, comma or apostrophe within it.</summary>
    private static int TokenEnd(string text, int at)
    {
        var word = text[at] == '@' ? at + 1 : at;
        var end = WordEnd(text, word);
        if (end == word)
        {
            return at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? at + 2 : IsSign(text[at]) ? at + 1 : at;
        }

        while (end < text.Length && text[end] is ('.' or ',' or '\'') && WordEnd(text, end + 1) is var next && next > end + 1)
        {
            end = next;
        }

        return end;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsOfWord(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsOfWord(char sign) => char.IsAscii(sign)
        ? char.IsAsciiLetterOrDigit(sign)
        : char.IsLetter(sign) || char.IsNumber(sign)
            || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsSign(char sign) =>
        char.GetUnicodeCategory(sign) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol;

    private static bool Starts(string text, int at, string with) =>
        string.Compare(text, at, with, 0, with.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static string Address(string url)
    {
        var parts = Tracking().Replace(url, "$1").TrimEnd('?', '&', '/', '.', ',', '!', ')');
        var host = parts.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = parts.IndexOf('/', host);
        return path < 0 ? parts[host..].ToLowerInvariant() : parts[host..path].ToLowerInvariant() + parts[path..];
    }

    [GeneratedRegex(@"^\s*(RT|MT)\s+@\S+\s*:?\s*|\s(via|HT|h/t)\s@\S+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Repost();

    [GeneratedRegex(@"[“""][^“”""]+[”""]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"([?&])(utm_[^=&]*|fbclid|gclid|mc_cid|mc_eid|igshid)=[^&#]*&?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();
}
