using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.X;

/// <summary>A list of posts, page after page, as X gives it: the newest first.</summary>
internal static class PostPages
{
    /// <param name="api">The account's.</param>
    /// <param name="path">The list, with its parameters.</param>
    /// <param name="most">How many pages at most; of the last, <see cref="Paging.NextToken"/> tells whether there are more.</param>
    /// <param name="cancel">Stops between pages.</param>
    public static async IAsyncEnumerable<Answer<IReadOnlyList<Post>>> ReadAsync(XApi api, string path, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? older = null;
        for (var page = 0; page < most; page++)
        {
            var found = await api.GetAsync(
                older is null ? path : $"{path}&pagination_token={WebUtility.UrlEncode(older)}", XJson.Default.AnswerIReadOnlyListPost, cancel).ConfigureAwait(false);
            if (found is null)
            {
                yield break;
            }

            yield return found;
            older = found.Meta?.NextToken;
            if (older is null)
            {
                yield break;
            }
        }
    }
}
