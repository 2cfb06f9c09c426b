namespace Comms.Core.Text;

/// <summary>
/// What a character means to a tokeniser: codes from <see cref="FirstInWord"/> up are the folded character itself
/// (lower case, marks dropped, so that Welsh reads the same with and without its circumflex), those below say structure.
/// </summary>
internal static class Fold
{
    public const byte Gap = 0;
    public const byte Stop = 1;
    public const byte Pause = 2;
    public const byte Ignore = 3;
    public const byte At = 4;
    public const byte Hash = 5;
    public const byte Question = 6;
    public const byte Exclamation = 7;
    public const byte Eyes = 8;
    public const byte Symbol = 9;
    public const byte FirstInWord = Apostrophe;
    public const byte Apostrophe = (byte)'\'';

    /// <summary>A letter of a script other than Latin; the tokeniser keeps both its bytes.</summary>
    public const byte Foreign = 0xFF;

    private const int TableLength = 0x250;

    // Latin-1 Supplement and Latin Extended-A and -B by base letter; a dot is no letter.
    private const string Bases =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccdd" +
        "ddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssss" +
        "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbboooccddddoeoeffgoooikklomnnoooooppooooottttu" +
        "uovyyzzooooooooooooodddlllnnnaaiioouuuuuuuuuueaaaaooggggkkoooooojdddggoonnaaoooo" +
        "aaaaeeeeiiiioooorrrruuuussttoohhndoozzaaeeooooooooyylntjooaccltszoobuveejjqqrryy";

    private static readonly byte[] Table = BuildTable();

    public static byte Of(char c) => c < TableLength ? Table[c] : Rare(c);

    private static byte Rare(char c) => c switch
    {
        >= '\u0300' and <= '\u036F' => Ignore,
        >= '\u1E80' and <= '\u1E85' => (byte)'w',
        '\u1EF2' or '\u1EF3' => (byte)'y',
        '\u2019' or '\u2018' or '\u02BC' or '\u2032' => Apostrophe,
        >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or >= '\uFE00' and <= '\uFE0F' => Ignore,
        '\u2026' or '\u2028' or '\u2029' or '\u3002' => Stop,
        >= '\u2010' and <= '\u2BFF' => c >= '\u2190' ? Symbol : Gap,
        >= '\uFF10' and <= '\uFF5A' when char.IsAsciiLetterOrDigit((char)(c - 0xFEE0)) => Table[c - 0xFEE0],
        _ when char.IsSurrogate(c) => Symbol,
        _ when char.IsLetterOrDigit(c) => Foreign,
        _ => Gap,
    };

    private static byte[] BuildTable()
    {
        var table = new byte[TableLength];
        for (var c = 0; c < 26; c++)
        {
            table['a' + c] = table['A' + c] = (byte)('a' + c);
        }

        for (var c = '0'; c <= '9'; c++)
        {
            table[c] = (byte)c;
        }

        for (var i = 0; i < Bases.Length && 0xC0 + i < TableLength; i++)
        {
            table[0xC0 + i] = Bases[i] == '.' ? Gap : (byte)Bases[i];
        }

        Mark(table, Stop, ".\n\r");
        Mark(table, Pause, ",()[]{}\"\t|");
        Mark(table, Eyes, ":;=<");
        Mark(table, Ignore, "\u00AD");
        Mark(table, Symbol, "\u00A9\u00AE");
        table['\''] = table['`'] = table['\u00B4'] = Apostrophe;
        table['@'] = At;
        table['#'] = Hash;
        table['?'] = Question;
        table['!'] = Exclamation;
        return table;
    }

    private static void Mark(byte[] table, byte code, string characters)
    {
        foreach (var c in characters)
        {
            table[c] = code;
        }
    }
}
