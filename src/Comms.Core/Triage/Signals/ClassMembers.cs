using System.Numerics;
using System.Runtime.CompilerServices;

namespace Comms.Core.Triage.Signals;

/// <summary>
/// Which words are in which classes. A class of several words is a column in a table of bits, behind a small filter that
/// answers most questions from the nearest cache; a class of one is its word's own. Immutable.
/// </summary>
internal sealed class ClassMembers
{
    private const int BitsPerMember = 12;
    private const uint Mix = 0x9E3779B1;

    private readonly int _shared;
    private readonly int _stride;
    private readonly int _shift;
    private readonly int[] _own;
    private readonly ulong[] _filter;
    private readonly ulong[] _table;

    public ClassMembers(PhraseWord[] words, int shared)
    {
        var members = words.SelectMany((word, number) => word.Classes.Where(c => c < shared).Select(c => (Word: number, Class: c))).ToArray();
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, members.Length * BitsPerMember));
        _shared = shared;
        _stride = (shared + 63) / 64;
        _shift = 32 - BitOperations.Log2(bits);
        _own = [.. words.Select(word => word.Own)];
        _filter = new ulong[bits / 64];
        _table = new ulong[words.Length * _stride];
        foreach (var (word, number) in members)
        {
            var bit = Bit(word, number);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            _table[(word * _stride) + (number >> 6)] |= 1UL << (number & 63);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int word, int number)
    {
        if (number >= _shared)
        {
            return _own[word] == number;
        }

        var bit = Bit(word, number);
        return (_filter[bit >> 6] >> (int)(bit & 63) & 1) != 0
            && (_table[(word * _stride) + (number >> 6)] >> (number & 63) & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Bit(int word, int number) => unchecked(((uint)word * 0x85EBCA6B) ^ ((uint)number * 0xC2B2AE35)) * Mix >> _shift;
}
