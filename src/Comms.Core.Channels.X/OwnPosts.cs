using System.Globalization;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.X;

/// <summary>An account's own posts, the newest first, back to an instant: what it passed on among them. X gives 3,200 at most.</summary>
internal static class OwnPosts
{
    private const int MostPages = 32;

    public static async IAsyncEnumerable<Post> ReadAsync(XApi api, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var me = await api.MeAsync(cancel).ConfigureAwait(false);
        var path = string.Create(CultureInfo.InvariantCulture, $"2/users/{me.Id}/tweets?max_results=100&start_time={from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}&tweet.fields=created_at,entities,note_tweet,referenced_tweets");
        var more = false;
        await foreach (var page in PostPages.ReadAsync(api, path, MostPages, cancel).ConfigureAwait(false))
        {
            foreach (var post in page.Data ?? [])
            {
                yield return post;
            }

            more = page.Meta?.NextToken is not null;
        }

        if (more)
        {
            throw new ChannelException($"{api.Host}: there are more posts than can be looked through");
        }
    }
}
