using Comms.Core.Text;
using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// Every token that the model, the phrases or the languages know, with all it means added up beforehand: its weights in
/// every lane, its valence, its phrase symbols, its language. A known token costs one look-up. Immutable.
/// </summary>
internal sealed class TokenTable
{
    private const int EntryBits = 20;
    private const uint EntryMask = (1 << EntryBits) - 1;

    /// <summary>The number of an entry, from 1, and over it some bits of its hash, which spare a look at most wrong entries.</summary>
    private readonly uint[] _slots;
    private readonly TokenEntry[] _entries;
    private readonly short[] _vectors;
    private readonly int _mask;

    private TokenTable(TokenEntry[] entries, short[] vectors)
    {
        _entries = entries;
        _vectors = vectors;
        Largest = vectors.Length == 0 ? 0 : vectors.Max(value => Math.Abs((int)value));
        _slots = new uint[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Length * 2))];
        _mask = _slots.Length - 1;
        for (var i = 0; i < entries.Length; i++)
        {
            var slot = (int)(entries[i].Hash >> 20) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = Tag(entries[i].Hash) | (uint)(i + 1);
        }
    }

    /// <summary>The largest sum of any known token in any lane, either sign.</summary>
    public int Largest { get; }

    public ReadOnlySpan<short> Vectors => _vectors;

    public static TokenTable Build(TriageModel model, WeightTable weights, PhraseMachine phrases, LanguageLists languages)
    {
        var phraseTokens = phrases.Words.Concat(languages.Words).Select(word => new ModelToken(word, KindOf(word), default));
        var tokens = model.Tokens.Concat(phraseTokens).DistinctBy(token => token.Hash).ToArray();
        var known = model.Tokens.Select(token => token.Hash).ToHashSet();
        var builder = new TokenEntryBuilder(weights, phrases, languages);
        var entries = tokens.Select(token => builder.Add(token, known.Contains(token.Hash))).ToArray();
        return new TokenTable(entries, builder.Vectors);
    }

    /// <summary>Finds the entries of some tokens, and their traits.</summary>
    public void Find(Span<BlockToken> tokens)
    {
        foreach (ref var token in tokens)
        {
            token.Entry = Find(token.Hash);
        }

        foreach (ref var token in tokens)
        {
            token.Traits = token.Entry < 0 ? TokenTraits.None : _entries[token.Entry].Traits;
        }
    }

    /// <summary>The entry of a token; -1 when it is not known.</summary>
    private int Find(ulong hash)
    {
        for (var slot = (int)(hash >> 20) & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if ((_slots[slot] & ~EntryMask) == Tag(hash) && _entries[(_slots[slot] & EntryMask) - 1].Hash == hash)
            {
                return (int)(_slots[slot] & EntryMask) - 1;
            }
        }

        return -1;
    }

    private static uint Tag(ulong hash) => (uint)(hash >> 52) << EntryBits;

    public ref readonly TokenEntry this[int entry] => ref _entries[entry];

    private static TokenKind KindOf(byte[] token) =>
        token.All(b => char.IsAsciiDigit((char)b)) ? TokenKind.Number : TokenKind.Word;
}
