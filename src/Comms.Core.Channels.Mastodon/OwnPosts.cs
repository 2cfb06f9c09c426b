using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.Mastodon;

/// <summary>An account's own posts, the newest first, back to an instant. At most a few pages: a team posts a few times a day.</summary>
internal static class OwnPosts
{
    private const int MostPages = 25;

    public static async IAsyncEnumerable<Status> ReadAsync(
        MastodonApi api, string account, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var path = $"api/v1/accounts/{WebUtility.UrlEncode(account)}/statuses?limit=40&exclude_reblogs=true";
        string? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var statuses = await api.GetAsync(
                before is null ? path : $"{path}&max_id={WebUtility.UrlEncode(before)}", MastodonJson.Default.IReadOnlyListStatus, cancel).ConfigureAwait(false) ?? [];
            foreach (var status in statuses)
            {
                if (status.CreatedAt >= from)
                {
                    yield return status;
                }
            }

            // A pinned post may be old and first: the last of the page tells how far back it reaches.
            if (statuses.Count == 0 || statuses[^1].CreatedAt < from || statuses[^1].Id == before)
            {
                yield break;
            }

            before = statuses[^1].Id;
        }

        throw new ChannelException($"{api.Server.Host}: there are more posts than can be looked through");
    }
}
