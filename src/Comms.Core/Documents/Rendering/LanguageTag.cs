namespace Comms.Core.Documents.Rendering;

/// <summary>Lets through what can be a BCP 47 tag; a page whose language cannot be told says so.</summary>
internal static class LanguageTag
{
    private const string Unknown = "und";

    public static string Checked(string tag) =>
        tag.Length is >= 2 and <= 35 && tag.All(each => char.IsAsciiLetterOrDigit(each) || each == '-') && char.IsAsciiLetter(tag[0])
            ? tag
            : Unknown;
}
