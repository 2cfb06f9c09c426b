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
}
