using System.Globalization;
using System.Text;

namespace Comms.Core.Text;

/// <summary>How long a text is in the unit of a limit. Pure; safe on any input, unpaired surrogates included.</summary>
public static class TextLength
{
    /// <summary>Counts the text. Linear in its length; allocates nothing, but for links where they count apart.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="unit">What to count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not one of the enumeration.</exception>
    public static int Count(ReadOnlySpan<char> text, LengthUnit unit) => unit switch
    {
        LengthUnit.Graphemes => Graphemes(text),
        LengthUnit.Utf16 => text.Length,
        LengthUnit.Utf8 => Encoding.UTF8.GetByteCount(text),
        LengthUnit.Weighted => WeightedLength.Of(text.ToString()),
        LengthUnit.ShortLinks => ShortLinkLength.Of(text.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of length."),
    };

    private static int Graphemes(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
            count++;
        }

        return count;
    }
}
