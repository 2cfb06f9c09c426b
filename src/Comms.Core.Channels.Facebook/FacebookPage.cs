namespace Comms.Core.Channels.Facebook;

/// <summary>What a Page is named by.</summary>
internal static class FacebookPage
{
    /// <exception cref="ArgumentException">It is no id of a Page: a name would be looked up, and may be another's tomorrow.</exception>
    public static void Check(FacebookOptions options)
    {
        if (options.Page.Length == 0 || !options.Page.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"'{options.Page}' is no id of a Facebook Page: that is digits alone.", nameof(options));
        }
    }
}
