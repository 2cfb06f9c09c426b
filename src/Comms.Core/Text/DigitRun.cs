namespace Comms.Core.Text;

/// <summary>Digits with the spaces, hyphens, dots and brackets that people write between them; at most 19 digits.</summary>
internal ref struct DigitRun
{
    private const int Most = 19;

    private readonly Span<byte> _digits;

    private DigitRun(Span<byte> digits) => _digits = digits;

    public readonly ReadOnlySpan<byte> Digits => _digits[..Count];

    public int Count { get; private set; }

    /// <summary>In UTF-16 units, from the first digit or plus to the last digit.</summary>
    public int Length { get; private set; }

    public bool HasPlus { get; private set; }

    /// <summary>How many groups the digits stand in.</summary>
    public int Groups { get; private set; }

    /// <param name="text">Begins with a digit or a plus.</param>
    /// <param name="room">At least 19 bytes.</param>
    public static DigitRun At(ReadOnlySpan<char> text, Span<byte> room)
    {
        var run = new DigitRun(room) { HasPlus = text[0] == '+' };
        var separators = 0;
        for (var i = run.HasPlus ? 1 : 0; i < text.Length && run.Count <= Most && separators <= 2; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                run.Take(text[i], i, separators > 0);
                separators = 0;
            }
            else if (text[i] is ' ' or '-' or '.' or '(' or ')' or '\u00A0' or '\u2011')
            {
                separators++;
            }
            else
            {
                break;
            }
        }

        return run;
    }

    private void Take(char digit, int at, bool apart)
    {
        Groups += apart || Count == 0 ? 1 : 0;
        if (Count < Most)
        {
            _digits[Count] = (byte)(digit - '0');
        }

        Count++;
        Length = at + 1;
    }

    public readonly bool TooLong => Count > Most;
}
