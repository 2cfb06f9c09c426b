using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.Facebook;

/// <summary>What a Page has published: its posts, or its answers below a comment, the newest first.</summary>
internal static class OwnPosts
{
    private const int MostPages = 25;

    /// <summary>Posts of the Page since an instant.</summary>
    public static IAsyncEnumerable<Entry> PostsAsync(FacebookApi api, DateTimeOffset from, CancellationToken cancel) => ReadAsync(
        api, string.Create(CultureInfo.InvariantCulture, $"{api.Page}/published_posts?fields=id,message,created_time&since={from.ToUnixTimeSeconds()}&limit=100"), cancel);

    /// <summary>Answers of the Page to a comment: what answers an answer stands below the comment that was answered first.</summary>
    public static async IAsyncEnumerable<Entry> AnswersAsync(FacebookApi api, string comment, [EnumeratorCancellation] CancellationToken cancel)
    {
        var answered = await api.GetAsync(WebUtility.UrlEncode(comment) + "?fields=id,parent{id}", FacebookJson.Default.Entry, cancel).ConfigureAwait(false);
        var below = WebUtility.UrlEncode(answered?.Parent?.Id ?? comment);
        await foreach (var entry in ReadAsync(api, $"{below}/comments?fields=id,message,created_time,from{{id}}&order=reverse_chronological&limit=100", cancel).ConfigureAwait(false))
        {
            if (entry.From?.Id == api.Page)
            {
                yield return entry;
            }
        }
    }

    private static async IAsyncEnumerable<Entry> ReadAsync(FacebookApi api, string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        var more = false;
        await foreach (var page in EntryPages.ReadAsync(api, path, MostPages, after: null, cancel).ConfigureAwait(false))
        {
            foreach (var entry in page.Data)
            {
                yield return entry;
            }

            more = page.After is not null;
        }

        if (more)
        {
            throw new ChannelException($"{api.Host}: there are more posts than can be looked through");
        }
    }
}
