using System.Globalization;
using System.Text;

namespace Comms.Core.Text;

/// <summary>Whether a grapheme is an emoji: a pictograph as it is, or a sign that is turned into one.</summary>
internal static class Emoji
{
    private const int TurnsIntoPicture = 0xFE0F;
    private const int Joiner = 0x200D;
    private const int KeyCap = 0x20E3;

    public static bool Is(ReadOnlySpan<char> grapheme)
    {
        if (Rune.DecodeFromUtf16(grapheme, out var first, out var length) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var rest = grapheme[length..];
        return IsPictograph(first.Value)
            || (rest.Contains((char)KeyCap) && (char.IsAsciiDigit(grapheme[0]) || grapheme[0] is '#' or '*'))
            || ((rest.Contains((char)TurnsIntoPicture) || rest.Contains((char)Joiner)) && IsSign(first));
    }

    /// <summary>The blocks of pictographs, flags and dingbats; what of them is no emoji is as heavy alone.</summary>
    private static bool IsPictograph(int rune) => rune is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF);

    private static bool IsSign(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation;
}
