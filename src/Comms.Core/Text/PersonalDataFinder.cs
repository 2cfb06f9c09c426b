using System.Buffers;

namespace Comms.Core.Text;

/// <summary>
/// Finds personal data by their form: NHS and National Insurance numbers, telephone numbers, postcodes, e-mail
/// addresses, dates of birth, card numbers. Check digits are checked. Linear in the text; thread-safe.
/// </summary>
public static class PersonalDataFinder
{
    private const int Most = 1024;

    /// <summary>All of it has a digit or an at sign, and begins at most so many characters before the first of them.</summary>
    private const int Lead = 4;

    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789@");

    /// <summary>Finds all personal data in a text, in order of place, none overlapping.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>At most 1,024 of them.</returns>
    public static IReadOnlyList<PersonalData> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new PersonalData[Most];
        return found[..Find(text, found)];
    }

    /// <summary>Finds personal data without allocating.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="found">Filled in order of place; what does not fit is left out.</param>
    /// <returns>How many were found and kept.</returns>
    public static int Find(ReadOnlySpan<char> text, Span<PersonalData> found)
    {
        var count = 0;
        var sign = -1;
        for (var at = 0; at < text.Length && count < found.Length;)
        {
            if (sign < at)
            {
                var next = text[at..].IndexOfAny(Signs);
                if (next < 0)
                {
                    break;
                }

                sign = at + next;
                at = Math.Max(at, sign - Lead);
            }

            var length = Recognise(text, at, count == 0 ? 0 : found[count - 1].Start + found[count - 1].Length, out var start, out var kind);
            if (length > 0)
            {
                found[count++] = new PersonalData(kind, start, length);
                at = start + length;
            }
            else
            {
                at++;
            }
        }

        return count;
    }

    private static int Recognise(ReadOnlySpan<char> text, int at, int free, out int start, out string kind)
    {
        start = at;
        kind = "";
        var c = text[at];
        if (c == '@')
        {
            kind = "email";
            return EmailAddress.Around(text, at, free, out start);
        }

        var afterWord = at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        if (afterWord)
        {
            return 0;
        }

        if (char.IsAsciiDigit(c) || (c == '+' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) || (c == '(' && at + 1 < text.Length && text[at + 1] == '0'))
        {
            start = c == '(' ? at + 1 : at;
            return Numbers.At(text, start, out kind);
        }

        if (!char.IsAsciiLetter(c))
        {
            return 0;
        }

        kind = "national-insurance-number";
        var length = UkCodes.NationalInsuranceAt(text[at..]);
        if (length == 0)
        {
            kind = "postcode";
            length = UkCodes.PostcodeAt(text[at..]);
        }

        return length;
    }
}
