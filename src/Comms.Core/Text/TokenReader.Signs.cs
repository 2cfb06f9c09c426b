namespace Comms.Core.Text;

/// <content>What is no word: breaks, marks, handles, emoticons and symbols.</content>
internal ref partial struct TokenReader
{
    private bool ReadStructure(byte code)
    {
        switch (code)
        {
            case Fold.Stop:
                Before = Boundary.Stop;
                return false;
            case Fold.Pause:
                Before = Before == Boundary.Stop ? Boundary.Stop : Boundary.Pause;
                return false;
            case Fold.Question:
                return ReadMark("?"u8);
            case Fold.Exclamation:
                return ReadMark("!"u8);
            case Fold.At:
                SawDigitOrAt = true;
                return ReadHandle();
            case Fold.Eyes:
                return ReadEmoticon();
            case Fold.Symbol:
                return ReadSymbol();
            default:
                return false;
        }
    }

    private bool ReadMark(ReadOnlySpan<byte> mark)
    {
        Start = _at;
        while (_at < _text.Length && _text[_at] is '?' or '!')
        {
            _at++;
        }

        return Finish(TokenKind.Mark, mark);
    }

    private bool ReadHandle()
    {
        var afterWord = _at > 0 && char.IsAsciiLetterOrDigit(_text[_at - 1]);
        if (afterWord || _at + 1 >= _text.Length || !IsHandle(_text[_at + 1]))
        {
            return false;
        }

        Start = _at++;
        while (_at < _text.Length && IsHandle(_text[_at]))
        {
            _at++;
        }

        return Finish(TokenKind.Handle, "@"u8);
    }

    private static bool IsHandle(char c) => char.IsAsciiLetterOrDigit(c) || c is '_';

    private bool ReadEmoticon()
    {
        var name = Emoticon.At(_text[_at..], out var length);
        if (length == 0)
        {
            Before = Before == Boundary.Stop || _text[_at] == ';' ? Boundary.Stop : Boundary.Pause;
            return false;
        }

        Start = _at;
        _at += length;
        return Finish(TokenKind.Emoticon, name);
    }

    private bool ReadSymbol()
    {
        var c = _text[_at];
        var paired = char.IsHighSurrogate(c) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]);
        if (char.IsSurrogate(c) && !paired)
        {
            return false;
        }

        // Skin tones say nothing about meaning.
        if (c == '\uD83C' && _text[_at + 1] is >= '\uDFFB' and <= '\uDFFF')
        {
            _at++;
            return false;
        }

        Start = _at;
        _at += paired ? 2 : 1;
        var code = paired ? char.ConvertToUtf32(c, _text[_at - 1]) : c;
        return Finish(TokenKind.Symbol, [1, (byte)code, (byte)(code >> 8), (byte)(code >> 16)]);
    }
}
