using System.Globalization;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>An instant a little ahead, as rows of posts have it: far enough that the post is approved before it is due.</summary>
internal static class Soon
{
    public static string In(int seconds) =>
        TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
