namespace Comms.Core.Text;

/// <summary>The ten digits that name a patient in England, Wales and the Isle of Man.</summary>
internal static class NhsNumber
{
    private const int Digits = 10;

    /// <summary>
    /// Whether ten digits are a number that could have been given: the last is the check digit, 11 less the weighted sum
    /// of the others (weights 10 to 2) modulo 11, where 11 is written 0 and 10 is never given out. (NHS Data Dictionary.)
    /// </summary>
    public static bool IsValid(ReadOnlySpan<byte> digits)
    {
        if (digits.Length != Digits)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Digits - 1; i++)
        {
            sum += digits[i] * (Digits - i);
        }

        var check = (11 - (sum % 11)) % 11;
        return check == digits[Digits - 1] && digits.ContainsAnyExcept(digits[0]);
    }
}
