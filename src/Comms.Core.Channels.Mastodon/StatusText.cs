using System.Text.RegularExpressions;

namespace Comms.Core.Channels.Mastodon;

/// <summary>Compares the words of posts, as servers give them back.</summary>
internal static partial class StatusText
{
    /// <summary>Whether a post that stands says what was sent. White space and the hosts of mentions differ from server to server.</summary>
    public static bool Same(string standing, string sent) => Bare(standing).Equals(Bare(sent), StringComparison.Ordinal);

    private static string Bare(string text) => Space().Replace(Host().Replace(text, "$1"), "");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex(@"(@\w+)@[\w.:-]*\w", RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
