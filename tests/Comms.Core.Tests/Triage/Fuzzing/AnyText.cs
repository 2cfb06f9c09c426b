using CsCheck;

namespace Comms.Core.Tests.Triage.Fuzzing;

/// <summary>Texts that no one writes and some send: arbitrary UTF-16, well-formed or not, mixed with real words.</summary>
internal static class AnyText
{
    private static readonly string[] Words =
        [.. ManyMessages.Week.Select(item => item.Text).Concat(ManyMessages.Cases).SelectMany(text => text.Split(' ')).Distinct(StringComparer.Ordinal)];

    private static readonly string[] Hostile =
    [
        "@", "#", "\"", "“", "'", "’", "?", "!", "...", "http://", "www.", "://", "\0", "\u0001", "\u001F", "\u007F", "\r\n", "\u2028", "\u200B", "\u200D",
        "\u202E", "\uFEFF", "\uFFFE", "\uFFFF", "\uFFFD", "\uD83D", "\uDE00", "\uDBFF", "\uD800", "\uDFFF", "\u0301", "\u0489", "\u20E3", "😀", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "İ", "ß", "ﬁ", "Å", "ŵŷ", "Ωμ", "жук", "漢字", "العربية", "हिन्दी", "٠١٢", ":-)", ":(", ";D", "<3", "07700 900142", "943 476 5919", "a@b.co", "AB1 2CD", "n't", "not", "-",
        "–", "(", ")", "[", "]", "{", "}", "<script>", "%s", "\\", "/", "\t", " ", "  ", "\u00A0", "\u3000",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Fuzz.OneOf(Words)),
        (4, Fuzz.OneOf(Hostile)),
        (2, Gen.Int[0, char.MaxValue].Select(unit => ((char)unit).ToString())),
        (1, Gen.String));

    /// <summary>Pieces, some of them again and again, with or without spaces; now and then longer than is read whole.</summary>
    public static Gen<string> All { get; } = Gen.Select(Piece, Repeats, Gen.Bool).Array[0, 40].Select(parts =>
        string.Concat(parts.Select(part => string.Concat(Enumerable.Repeat(part.Item1, part.Item2)) + (part.Item3 ? " " : ""))));

    private static Gen<int> Repeats => Gen.Frequency((300, Gen.Const(1)), (40, Gen.Int[2, 50]), (1, Gen.Int[50, 20_000]));
}
