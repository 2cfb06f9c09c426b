using System.Globalization;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>An instant a little ahead, as rows of posts have it: far enough that the post is approved before it is due.</summary>
internal static class Soon
{
    /// <summary>Time for two desks to start one after another while all tests share two cores.</summary>
    public const int Seconds = 12;

    public static string In(int seconds = Seconds) =>
        TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
