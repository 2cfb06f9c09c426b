namespace Comms.Core.Text;

/// <summary>Tells what a row of digits is.</summary>
internal static class Numbers
{
    private const int MostDigits = 19;
    private const int LookBack = 28;
    private const int MostGroups = 12;
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(" -.()\u00A0\u2011");

    public static int At(ReadOnlySpan<char> text, int start, out string kind)
    {
        kind = "date-of-birth";
        var birth = BirthDateAt(text, start);
        if (birth > 0)
        {
            return birth;
        }

        // A number may be followed by others, as in "07700 900142 2 times a day": its groups are tried from the most.
        var row = text[start..];
        Span<byte> room = stackalloc byte[MostDigits];
        for (var groups = 0; groups < MostGroups && row.Length > 0; groups++)
        {
            var run = DigitRun.At(row, room);
            kind = run.TooLong ? "" : KindOf(in run);
            var end = start + run.Length;
            var goesOn = end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
            if (kind.Length > 0 && !goesOn)
            {
                return run.Length;
            }

            row = row[..Math.Max(0, row[..run.Length].LastIndexOfAny(Separators))];
        }

        return 0;
    }

    private static string KindOf(in DigitRun run)
    {
        var digits = run.Digits;
        if (IsPhone(digits, run.HasPlus))
        {
            return "phone";
        }

        if (run.HasPlus)
        {
            return digits.Length is >= 9 and <= 15 ? "phone" : "";
        }

        if (NhsNumber.IsValid(digits) && run.Groups <= 3)
        {
            return "nhs-number";
        }

        return digits.Length is >= 13 and <= MostDigits && digits[0] is >= 2 and <= 6 && IsLuhn(digits) ? "card-number" : "";
    }

    /// <summary>United Kingdom numbers, with 0, +44, 0044 or +44 (0). (Ofcom National Telephone Numbering Plan.)</summary>
    private static bool IsPhone(ReadOnlySpan<byte> digits, bool plus)
    {
        if (plus && digits is [4, 4, ..])
        {
            digits = digits[2..];
            digits = digits is [0, ..] ? digits[1..] : digits;
        }
        else if (digits is [0, 0, 4, 4, ..])
        {
            digits = digits[4..];
        }
        else if (digits is [0, ..])
        {
            digits = digits[1..];
        }
        else
        {
            return false;
        }

        return digits.Length is 9 or 10 && digits[0] is 1 or 2 or 3 or 5 or 7 or 8 or 9 && (digits.Length == 10 || digits[0] is 1 or 8);
    }

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    private static bool IsLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] * (1 + (i & 1));
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0 && digits.ContainsAnyExcept(digits[0]);
    }

    private static int BirthDateAt(ReadOnlySpan<char> text, int start)
    {
        var length = Dates.LengthAt(text[start..]);
        if (length == 0)
        {
            return 0;
        }

        var before = text[Math.Max(0, start - LookBack)..start];
        return Says(before, "born") || Says(before, "dob") || Says(before, "d.o.b") || Says(before, "birth") || Says(before, "geni") ? length : 0;
    }

    private static bool Says(ReadOnlySpan<char> text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
