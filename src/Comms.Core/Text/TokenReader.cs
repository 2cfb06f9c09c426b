using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Comms.Core.Text;

/// <summary>
/// Walks a text once, token by token, without allocating. Linear in the text, bounded per token; unpaired surrogates,
/// combining marks and control characters are stepped over.
/// </summary>
internal ref partial struct TokenReader
{
    private readonly ReadOnlySpan<char> _text;
    private TokenBytes _bytes;
    private int _at;
    private int _length;

    public TokenReader(ReadOnlySpan<char> text)
    {
        _text = text;
        _bytes[0] = TokenBytes.StartMark;
        Before = Boundary.Stop;
    }

    /// <summary>In UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>In UTF-16 units, after the token's last.</summary>
    public readonly int End => _at;

    public TokenKind Kind { get; private set; }

    public Boundary Before { get; private set; }

    /// <summary>Whether a digit or an at sign was met, without which most personal data cannot be there.</summary>
    public bool SawDigitOrAt { get; private set; }

    /// <summary>Letters of other scripts so far, and one of them.</summary>
    public int ForeignLetters { get; private set; }

    public char ForeignSample { get; private set; }

    public ulong Hash { get; private set; }

    /// <summary>The folded bytes; for a word, between the marks that its character n-grams need.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Folded => ((ReadOnlySpan<byte>)_bytes).Slice(1, _length);

    [UnscopedRef]
    public readonly ref readonly TokenBytes Bytes => ref _bytes;

    /// <summary>Goes on from a place between two tokens.</summary>
    public void MoveTo(int at) => _at = at;

    public bool Read()
    {
        Before = Boundary.Space;
        while (_at < _text.Length)
        {
            var code = Fold.Of(_text[_at]);
            if (code > Fold.FirstInWord)
            {
                return ReadWord();
            }

            if (code != Fold.Gap && ReadStructure(code))
            {
                return true;
            }

            _at++;
        }

        return false;
    }

    private bool ReadWord()
    {
        Start = _at;
        _length = 0;
        var digits = 0;
        byte last = 0, beforeLast = 0;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            var code = Fold.Of(c);
            if (code < Fold.FirstInWord && code != Fold.Ignore)
            {
                break;
            }

            if (code == Fold.Apostrophe && !ApostropheJoins())
            {
                break;
            }

            _at++;
            if (code == Fold.Ignore)
            {
                continue;
            }

            if (char.IsAsciiDigit((char)code))
            {
                digits++;
            }
            else if (code == last && code == beforeLast)
            {
                continue;
            }

            beforeLast = last;
            last = code;
            Append(code, c);
        }

        SawDigitOrAt |= digits > 0;
        return Finish(digits == _length ? TokenKind.Number : TokenKind.Word);
    }

    private readonly bool ApostropheJoins() =>
        _at + 1 < _text.Length && Fold.Of(_text[_at + 1]) > Fold.FirstInWord;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(byte code, char c)
    {
        if (code == Fold.Foreign)
        {
            AppendForeign(c);
        }
        else if (_length < TokenBytes.Longest)
        {
            _bytes[++_length] = code;
        }
    }

    private void AppendForeign(char c)
    {
        ForeignLetters++;
        ForeignSample = c;
        if (_length + 2 <= TokenBytes.Longest)
        {
            _bytes[++_length] = (byte)(0x80 | (c >> 8));
            _bytes[++_length] = (byte)(c | 0x80);
        }
    }

    private bool Finish(TokenKind kind)
    {
        Kind = kind;
        if (kind == TokenKind.Word && StartsLink())
        {
            SkipToSpace();
            return Finish(TokenKind.Link, "http"u8);
        }

        _bytes[_length + 1] = TokenBytes.EndMark;
        Hash = TokenBytes.HashOf(ref _bytes[1], _length);
        return true;
    }

    private bool Finish(TokenKind kind, scoped ReadOnlySpan<byte> name)
    {
        Kind = kind;
        name.CopyTo(((Span<byte>)_bytes)[1..]);
        _length = name.Length;
        _bytes[_length + 1] = TokenBytes.EndMark;
        Hash = TokenBytes.HashOf(ref _bytes[1], _length);
        return true;
    }

    private readonly bool StartsLink() =>
        _length is >= 3 and <= 5
        && _at + 1 < _text.Length
        && _text[_at] is ':' or '.'
        && (Folded.SequenceEqual("http"u8) || Folded.SequenceEqual("https"u8) || Folded.SequenceEqual("www"u8))
        && !char.IsWhiteSpace(_text[_at + 1]);

    private void SkipToSpace()
    {
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }
}
