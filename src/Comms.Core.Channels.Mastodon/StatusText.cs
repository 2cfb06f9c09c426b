using System.Text.RegularExpressions;
using Comms.Core.Channels.Html;

namespace Comms.Core.Channels.Mastodon;

/// <summary>The words of a post, from the HTML in which the server gives them. Nothing of it is ever shown as HTML.</summary>
internal static partial class StatusText
{
    public static string Of(string html) => HtmlWords.Of(html);

    /// <summary>Whether a post that stands says what was sent. White space and the hosts of mentions differ from server to server.</summary>
    public static bool Same(string standing, string sent) => Bare(standing).Equals(Bare(sent), StringComparison.Ordinal);

    private static string Bare(string text) => Space().Replace(Host().Replace(text, "$1"), "");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex(@"(@\w+)@[\w.:-]*\w", RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
