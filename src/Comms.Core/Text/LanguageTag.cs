namespace Comms.Core.Text;

/// <summary>BCP 47 tags, as far as the language itself goes: <c>cy-GB</c> is <c>cy</c>.</summary>
internal static class LanguageTag
{
    /// <summary>The language without its region, in small letters.</summary>
    public static string Base(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>Whether two tags name one language, whatever the regions.</summary>
    public static bool Same(string one, string other) => Base(one) == Base(other);
}
