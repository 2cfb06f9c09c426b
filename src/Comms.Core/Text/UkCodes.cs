namespace Comms.Core.Text;

/// <summary>Codes of letters and digits: postcodes and National Insurance numbers, in either case, spaced or not.</summary>
internal static class UkCodes
{
    private const string Areas = "ABCDEFGHIJKLMNOPRSTUWYZ";
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";
    private const string FirstLetters = "ABCEGHJKLMNOPRSTWXYZ";
    private const string SecondLetters = "ABCEGHJKLMNPRSTWXYZ";

    /// <summary>The length of the postcode that the text begins with; 0 for none. (BS 7666; Royal Mail.)</summary>
    public static int PostcodeAt(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 2 && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        if (at == 0 || !Areas.Contains(Upper(text[0])) || !DigitAt(text, at))
        {
            return 0;
        }

        at++;
        if (InwardAt(text, at) is > 0 and var direct)
        {
            return direct;
        }

        return at < text.Length && char.IsAsciiLetterOrDigit(text[at]) ? InwardAt(text, at + 1) : 0;
    }

    /// <summary>The length of the National Insurance number that the text begins with; 0 for none. (HMRC NIM39110.)</summary>
    public static int NationalInsuranceAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || !FirstLetters.Contains(Upper(text[0])) || !SecondLetters.Contains(Upper(text[1]))
            || IsUnused(Upper(text[0]), Upper(text[1])))
        {
            return 0;
        }

        var at = 2;
        for (var pair = 0; pair < 3; pair++)
        {
            at += at < text.Length && text[at] is ' ' or '-' ? 1 : 0;
            if (!DigitAt(text, at) || !DigitAt(text, at + 1))
            {
                return 0;
            }

            at += 2;
        }

        at += at < text.Length && text[at] is ' ' or '-' ? 1 : 0;
        return at < text.Length && Upper(text[at]) is >= 'A' and <= 'D' && Ends(text, at + 1) ? at + 1 : 0;
    }

    private static int InwardAt(ReadOnlySpan<char> text, int at)
    {
        for (var spaces = 0; spaces < 2 && at < text.Length && text[at] == ' '; spaces++)
        {
            at++;
        }

        return DigitAt(text, at)
            && !IsOrdinal(text[at..])
            && at + 2 < text.Length
            && InwardLetters.Contains(Upper(text[at + 1]))
            && InwardLetters.Contains(Upper(text[at + 2]))
            && Ends(text, at + 3)
            ? at + 3
            : 0;
    }

    /// <summary>Pairs of letters that no number begins with. (HMRC NIM39110.)</summary>
    private static bool IsUnused(char first, char second) =>
        (first, second) is ('B', 'G') or ('G', 'B') or ('K', 'N') or ('N', 'K') or ('N', 'T') or ('T', 'N') or ('Z', 'Z');

    /// <summary>2nd floor, not a postcode's second half: in small letters.</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> text) =>
        text.Length > 2 && text.Slice(1, 2) is "st" or "nd" or "rd" or "th";

    private static bool DigitAt(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool Ends(ReadOnlySpan<char> text, int at) => at >= text.Length || !char.IsAsciiLetterOrDigit(text[at]);

    private static char Upper(char c) => char.ToUpperInvariant(c);
}
