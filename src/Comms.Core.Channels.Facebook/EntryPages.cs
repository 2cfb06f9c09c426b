using System.Net;
using System.Runtime.CompilerServices;

namespace Comms.Core.Channels.Facebook;

/// <summary>A list of posts or comments, page after page.</summary>
internal static class EntryPages
{
    /// <param name="api">The Page's.</param>
    /// <param name="path">The list, with its parameters.</param>
    /// <param name="most">How many pages at most; of the last, <see cref="Entries.After"/> tells whether there are more.</param>
    /// <param name="after">Where the first page begins; null for the beginning.</param>
    /// <param name="cancel">Stops between pages.</param>
    public static async IAsyncEnumerable<Entries> ReadAsync(FacebookApi api, string path, int most, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = 0; page < most; page++)
        {
            var found = await api.GetAsync(after is null ? path : $"{path}&after={WebUtility.UrlEncode(after)}", FacebookJson.Default.Entries, cancel).ConfigureAwait(false);
            if (found is null)
            {
                yield break;
            }

            yield return found;
            after = found.After;
            if (after is null)
            {
                yield break;
            }
        }
    }
}
