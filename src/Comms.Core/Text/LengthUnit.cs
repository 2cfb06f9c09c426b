namespace Comms.Core.Text;

/// <summary>What a limit counts.</summary>
public enum LengthUnit
{
    /// <summary>Characters as a reader sees them: extended grapheme clusters of Unicode.</summary>
    Graphemes,

    /// <summary>UTF-16 code units.</summary>
    Utf16,

    /// <summary>UTF-8 bytes.</summary>
    Utf8,

    /// <summary>
    /// Weighted characters as X counts them (twitter-text, configuration 3): of Latin and its neighbours one, of the rest
    /// two, an emoji two however it is made, a link 23; after composition (NFC).
    /// </summary>
    Weighted,

    /// <summary>
    /// Graphemes as Mastodon counts them: a link with its scheme is 23, and a mention of an account elsewhere is as long as
    /// its local part.
    /// </summary>
    ShortLinks,
}
