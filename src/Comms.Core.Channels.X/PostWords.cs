using System.Net;
using System.Text.RegularExpressions;

namespace Comms.Core.Channels.X;

/// <summary>The words of a post as people read them: X gives its own short links in their place, escapes signs of HTML, and writes a reply's handles before it.</summary>
internal static partial class PostWords
{
    public static string Of(Post post)
    {
        var whole = post.NotePost ?? post.NoteTweet;
        var text = whole?.Text ?? post.Text;
        foreach (var link in (post.Entities?.Urls ?? []).Concat(whole?.Entities?.Urls ?? []))
        {
            if (link.Url.Length > 0)
            {
                text = text.Replace(link.Url, link.MediaKey is null ? link.ExpandedUrl ?? link.Url : "", StringComparison.Ordinal);
            }
        }

        return WebUtility.HtmlDecode(text).TrimEnd();
    }

    /// <summary>Whether a post that stands says what was sent. White space and the form of links differ; of an answer the handles before the words.</summary>
    public static bool Same(Post standing, NewPost sent) => standing.To("replied_to") == sent.Reply?.InReplyToTweetId
        && (sent.QuoteTweetId is null || standing.To("quoted") == sent.QuoteTweetId)
        && Bare(Of(standing), sent).Equals(Bare(sent.Text ?? "", sent), StringComparison.Ordinal);

    private static string Bare(string text, NewPost sent) => Differing().Replace(sent.Reply is null ? text : Handles().Replace(text, ""), "").Normalize();

    [GeneratedRegex(@"https?://|[\s/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Differing();

    [GeneratedRegex(@"^(?:@\w+\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Handles();
}
