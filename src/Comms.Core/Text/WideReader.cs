using System.Numerics;
using System.Runtime.CompilerServices;

namespace Comms.Core.Text;

/// <summary>
/// Gives the same tokens as <see cref="TokenReader"/>, sooner: plain words (ASCII, at most 16 characters, no letter three
/// times in a row), which most are, are taken from <see cref="WordMasks"/>; all else is left to it.
/// </summary>
internal ref struct WideReader
{
    private const int LongestPlain = 16;
    private static readonly ulong Http = TokenBytes.HashOf("http"u8);
    private static readonly ulong Https = TokenBytes.HashOf("https"u8);
    private static readonly ulong Www = TokenBytes.HashOf("www"u8);

    private readonly ReadOnlySpan<char> _text;
    private TokenReader _slow;
    private WordMasks _masks;
    private bool _sawDigit;
    private int _at;

    public WideReader(ReadOnlySpan<char> text)
    {
        _text = text;
        _slow = new TokenReader(text);
        _masks = new WordMasks(text);
        Turn();
    }

    public ulong Hash { get; private set; }

    public int Start { get; private set; }

    public readonly int End => _at;

    public TokenKind Kind { get; private set; }

    public Boundary Before { get; private set; }

    public readonly bool SawDigitOrAt => _sawDigit || _slow.SawDigitOrAt;

    public readonly int ForeignLetters => _slow.ForeignLetters;

    public readonly char ForeignSample => _slow.ForeignSample;

    public bool Read()
    {
        var from = _at;
        return (FindWord() && TakeWord()) || (_at < _text.Length && ReadSlowly(from));
    }

    /// <summary>Steps over spaces and breaks; false at anything else that is no plain word.</summary>
    private bool FindWord()
    {
        Before = Boundary.Space;
        while (_at < _text.Length)
        {
            if (_at - _masks.Start >= WordMasks.Width)
            {
                Turn();
            }

            var place = _at - _masks.Start;
            var skip = BitOperations.TrailingZeroCount(~(_masks.Spaces >> place));
            if (place + skip >= WordMasks.Width)
            {
                _at = _masks.Start + WordMasks.Width;
                continue;
            }

            _at += skip;
            // A token that ends within a word, as some emoticons do, may leave an apostrophe at the front.
            if ((_masks.Words >> (place + skip) & 1) != 0 && _text[_at] != '\'')
            {
                return true;
            }

            if (_at < _text.Length && !StepOver(Fold.Of(_text[_at])))
            {
                return false;
            }
        }

        return false;
    }

    private bool StepOver(byte code)
    {
        if (code is > Fold.Pause and not Fold.Hash and not Fold.Apostrophe)
        {
            return false;
        }

        Before = code == Fold.Stop || Before == Boundary.Stop ? Boundary.Stop : code == Fold.Pause ? Boundary.Pause : Before;
        _at++;
        return true;
    }

    private bool TakeWord()
    {
        var length = Length();
        if (_at - _masks.Start + length >= WordMasks.Width && _masks.Start + WordMasks.Width < _text.Length)
        {
            Turn();
            length = Length();
        }

        var place = _at - _masks.Start;
        var end = _at + length;
        var next = end < _text.Length ? _text[end] : ' ';
        if (length > LongestPlain || next >= 0x80 || next is '\'' or '`' || (_masks.Thrice >> place & ((1UL << length) - 1) >> 2) != 0)
        {
            return false;
        }

        Hash = _masks.HashAt(place, length);
        if (next is ':' or '.' && (Hash == Http || Hash == Https || Hash == Www))
        {
            return false;
        }

        var all = (1UL << length) - 1;
        Kind = (_masks.Digits >> place & all) == all ? TokenKind.Number : TokenKind.Word;
        Start = _at;
        _at = end;
        return true;
    }

    private readonly int Length() => BitOperations.TrailingZeroCount(~(_masks.Words >> (_at - _masks.Start)));

    private void Turn()
    {
        _masks.Load(_at);
        _sawDigit |= _masks.Digits != 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadSlowly(int from)
    {
        _slow.MoveTo(from);
        if (!_slow.Read())
        {
            _at = _text.Length;
            return false;
        }

        (Hash, Kind, Before, Start, _at) = (_slow.Hash, _slow.Kind, _slow.Before, _slow.Start, _slow.End);
        return true;
    }
}
