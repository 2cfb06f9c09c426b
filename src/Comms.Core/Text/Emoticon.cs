namespace Comms.Core.Text;

/// <summary>Faces drawn in punctuation, named by the commonest drawing of each.</summary>
internal static class Emoticon
{
    /// <summary>The face that the text begins with; a length of 0 when it begins with none.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2)
        {
            return default;
        }

        if (text[0] == '<')
        {
            length = text.StartsWith("<3") ? 2 : text.StartsWith("</3") ? 3 : 0;
            return length == 2 ? "<3"u8 : "</3"u8;
        }

        var mouth = text[1] is '-' or '\'' or 'o' && text.Length > 2 ? 2 : 1;
        var name = Mouth(text[mouth]);
        var ends = mouth + 1 >= text.Length || !char.IsLetterOrDigit(text[mouth + 1]);
        length = name.Length > 0 && ends ? mouth + 1 : 0;
        return length == 0 ? default : name;
    }

    private static ReadOnlySpan<byte> Mouth(char c) => c switch
    {
        ')' or ']' or '}' => ":)"u8,
        '(' or '[' or '{' => ":("u8,
        'D' => ":D"u8,
        'P' or 'p' => ":p"u8,
        '/' or '\\' => ":/"u8,
        '|' => ":|"u8,
        '*' => ":*"u8,
        _ => default,
    };
}
