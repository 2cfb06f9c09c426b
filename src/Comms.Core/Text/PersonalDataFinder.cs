using System.Buffers;

namespace Comms.Core.Text;

/// <summary>
/// Finds personal data by their form: NHS and National Insurance numbers, telephone numbers, postcodes, e-mail
/// addresses, dates of birth, card numbers, and names of persons where a title or a pattern gives them. Check digits are
/// checked. Linear in the text; thread-safe.
/// </summary>
public static class PersonalDataFinder
{
    /// <summary>The kind of a person's name.</summary>
    internal const string Name = "name";

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
    public static int Find(ReadOnlySpan<char> text, Span<PersonalData> found) => Find(text, found, signs: true, cues: true);

    /// <summary>As above, for a text of which it is known what stands in it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="found">As above.</param>
    /// <param name="signs">Whether a digit or an at sign may stand in it; without one there are names alone.</param>
    /// <param name="cues">Whether a word of <see cref="NameWords.Cues"/> may; without one there are no names.</param>
    internal static int Find(ReadOnlySpan<char> text, Span<PersonalData> found, bool signs, bool cues)
    {
        var names = cues ? new NameReader(text) : default;
        var (count, name) = (0, cues && names.Read(0));
        var sign = -1;
        for (var at = signs ? 0 : text.Length; at < text.Length && count < found.Length;)
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
            if (length == 0)
            {
                at++;
                continue;
            }

            (count, name) = AddNames(ref names, name, start, found, count);
            at = start + length;
            name = name && (names.Start >= at || names.Read(at));
            if (count < found.Length)
            {
                found[count++] = new PersonalData(kind, start, length);
            }
        }

        return AddNames(ref names, name, text.Length, found, count).Count;
    }

    /// <summary>Adds the names that end before a place.</summary>
    private static (int Count, bool More) AddNames(ref NameReader names, bool more, int before, Span<PersonalData> found, int count)
    {
        while (more && names.End <= before && count < found.Length)
        {
            found[count++] = new PersonalData(Name, names.Start, names.End - names.Start);
            more = names.Read(names.End);
        }

        return (count, more);
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
