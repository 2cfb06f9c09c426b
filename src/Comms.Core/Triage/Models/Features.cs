using System.Runtime.CompilerServices;
using Comms.Core.Text;

namespace Comms.Core.Triage.Models;

/// <summary>
/// The hashed features of the linear model. Each is a 32-bit name, stable for ever: a model's bucket for it is its
/// upper bits. Training, loading and reading a message name them here alone.
/// </summary>
internal static class Features
{
    /// <summary>The most features one token gives by itself.</summary>
    public const int MostPerToken = TokenBytes.Longest + 8;

    /// <summary>Stands before the first token of a sentence, so that how a sentence begins is a pair like any other.</summary>
    public const ulong SentenceStart = 0x6A09E667F3BCC909;

    /// <summary>Stands after the last token of a text.</summary>
    public const ulong TextEnd = 0xBB67AE8584CAA73B;

    private const ulong QuestionSeed = 0x3C6EF372FE94F82B;
    private const ulong WordSeed = 0xA0761D6478BD642F;
    private const ulong PairSeed = 0xE7037ED1A0B428DB;
    private const ulong NegatedSeed = 0x8EBC6AF09C88C6E3;
    private const ulong GramSeed = 0x589965CC75374CC3;
    private const ulong ValenceSeed = 0x1D8E4E27C47D124F;
    private const ulong MessageSeed = 0xEB44ACCAB455D165;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Word(ulong token) => Mix(token ^ WordSeed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pair(ulong first, ulong second) => Mix((first * PairSeed) ^ second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Negated(ulong token) => Mix(token ^ NegatedSeed);

    /// <summary>A value between -5 and 5 that a lexicon gives a token, turned round by a negation or not.</summary>
    public static uint Valence(int lexicon, int value, bool negated) =>
        Mix(ValenceSeed ^ (ulong)((lexicon * 64) + ((value + 8) * 2) + (negated ? 1 : 0)));

    /// <summary>Something about the whole message, in a numbered step.</summary>
    public static uint OfMessage(int property, int step) => Mix(MessageSeed ^ (ulong)((property * 256) + step));

    /// <summary>The question that the message answers, where it is known; its letters count, their case does not.</summary>
    public static uint OfQuestion(ReadOnlySpan<char> question)
    {
        var hash = QuestionSeed;
        foreach (var c in question)
        {
            hash = char.IsLetterOrDigit(c) ? (hash ^ char.ToLowerInvariant(c)) * 0x100000001B3 : hash;
        }

        return Mix(hash);
    }

    /// <summary>
    /// The features that a token has wherever it stands: itself, how a word begins and ends in three characters, and all
    /// that it has of four in a row. Returns how many.
    /// </summary>
    public static int OfToken(in TokenBytes bytes, int length, ulong hash, TokenKind kind, Span<uint> into)
    {
        into[0] = Word(hash);
        if (kind != TokenKind.Word || length < 2)
        {
            return 1;
        }

        var last = length + 1;
        into[1] = Gram(Unsafe.ReadUnaligned<uint>(in bytes[0]) & 0x00FFFFFF);
        into[2] = Gram(Unsafe.ReadUnaligned<uint>(in bytes[last - 2]) & 0x00FFFFFF);
        var count = 3;
        for (var at = 0; at + 3 <= last; at++)
        {
            into[count++] = Gram(Unsafe.ReadUnaligned<uint>(in bytes[at]) | 0x5500000000UL);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Gram(ulong letters) => Mix(GramSeed ^ letters);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(ulong name)
    {
        name = (name ^ (name >> 32)) * 0xD6E8FEB86659FD93;
        name = (name ^ (name >> 29)) * 0x9E3779B97F4A7C15;
        return (uint)(name >> 32);
    }
}
