namespace Comms.Core.Text;

/// <summary>A text message as a network sends it: its alphabet, its length in that alphabet, and its parts. Immutable.</summary>
public sealed class SmsText
{
    private SmsText(string text, bool isGsm)
    {
        IsGsm = isGsm;
        var rules = SmsRules.Shipped;
        Units = isGsm ? text.Sum(rules.Septets) : text.Length;
        var limits = isGsm ? rules.SeptetLimits : rules.Utf16Limits;
        Parts = Units <= limits.One ? [text] : Split(text, limits.Each, isGsm);
        Billed = Units <= limits.One ? 1 : (Units + limits.Each - 1) / limits.Each;
        Limit = limits.One;
    }

    /// <summary>Whether every letter is of the GSM alphabet of seven bits; else it goes as UTF-16 (UCS-2).</summary>
    public bool IsGsm { get; }

    /// <summary>Its length: septets, where a sign of the extension has two, or UTF-16 units.</summary>
    public int Units { get; }

    /// <summary>How many units one message has: 160 septets, or 70 UTF-16 units.</summary>
    public int Limit { get; }

    /// <summary>What each part says. A sign of the extension or a surrogate pair never straddles two parts.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>What is paid for by the units alone, as GOV.UK Notify bills; at times one fewer than the parts that are sent.</summary>
    public int Billed { get; }

    /// <summary>Looks at a message as it stands.</summary>
    /// <param name="text">Any text.</param>
    public static SmsText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SmsText(text, text.All(letter => SmsRules.Shipped.Septets(letter) > 0));
    }

    /// <summary>Looks at a message as GOV.UK Notify sends it: with typographic signs replaced, letters of Welsh kept, the rest without accents.</summary>
    /// <param name="text">Any text.</param>
    public static SmsText OfNotify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(SmsRules.Shipped.Replace(text));
    }

    private static List<string> Split(string text, int each, bool isGsm)
    {
        var parts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var (end, units) = (start, 0);
            while (end < text.Length && Width(text, end, isGsm) is var (letters, width) && units + width <= each)
            {
                (end, units) = (end + letters, units + width);
            }

            parts.Add(text[start..end]);
            start = end;
        }

        return parts;
    }

    private static (int Letters, int Width) Width(string text, int at, bool isGsm) =>
        isGsm ? (1, SmsRules.Shipped.Septets(text[at]))
        : char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? (2, 2)
        : (1, 1);
}
