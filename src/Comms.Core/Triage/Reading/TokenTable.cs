using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    /// <summary>In weights.</summary>
    private static readonly int EntryWidth = Unsafe.SizeOf<TokenEntry>() / sizeof(short);

    private const int EntryBits = 20;
    private const uint EntryMask = (1 << EntryBits) - 1;

    /// <summary>The number of an entry, from 1, and over it some bits of its hash, which spare a look at most wrong entries.</summary>
    private readonly uint[] _slots;
    private readonly AlignedRows<short> _rows;
    private readonly int _mask;

    private TokenTable(AlignedRows<short> rows, int count, int largest, Respelling respelling)
    {
        Respelling = respelling;
        _rows = rows;
        Largest = largest;
        _slots = new uint[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2))];
        _mask = _slots.Length - 1;
        for (var i = 0; i < count; i++)
        {
            var slot = (int)(this[i].Hash >> 20) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = Tag(this[i].Hash) | (uint)(i + 1);
        }
    }

    /// <summary>The largest sum of any known token in any lane, either sign.</summary>
    public int Largest { get; }

    public ReadOnlySpan<short> Vectors => _rows.All;

    public static TokenTable Build(TriageModel model, WeightTable weights, PhraseMachine phrases, LanguageLists languages)
    {
        var phraseTokens = phrases.Words.Concat(languages.Words).Concat(NameCues.Tokens).Concat(PersonWords.Tokens).Concat(Spellings.StandardTokens).Select(word => new ModelToken(word, KindOf(word), default));
        var tokens = model.Tokens.Concat(phraseTokens).DistinctBy(token => token.Hash).ToArray();
        var known = model.Tokens.Select(token => token.Hash).ToHashSet();
        var builder = new TokenEntryBuilder(weights, phrases, languages);
        var places = tokens.Index().ToDictionary(pair => pair.Item.Hash, pair => pair.Index);
        var rows = new AlignedRows<short>(tokens.Length, EntryWidth + weights.Stride);
        var largest = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var sum = rows[i].Slice(EntryWidth, weights.Stride);
            MemoryMarshal.AsRef<TokenEntry>(MemoryMarshal.AsBytes(rows[i])) = builder.Build(tokens[i], known.Contains(tokens[i].Hash), sum);
            foreach (var weight in sum)
            {
                largest = Math.Max(largest, Math.Abs((int)weight));
            }
        }

        var respelling = new Respelling(
            tokens.Index().Where(pair => pair.Item.Kind == TokenKind.Word && !PersonWords.Is(pair.Item.Hash)).Select(pair => (pair.Item.Folded, pair.Index)),
            Spellings.All.Where(pair => !places.ContainsKey(pair.Hash)).ToDictionary(pair => pair.Hash, pair => places[pair.Standard]));
        return new TokenTable(rows, tokens.Length, largest, respelling);
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
            token.Traits = token.Entry < 0 ? TokenTraits.None : this[token.Entry].Traits;
        }
    }

    public Respelling Respelling { get; }

    /// <summary>The entry of a token; -1 when it is not known.</summary>
    private int Find(ulong hash)
    {
        for (var slot = (int)(hash >> 20) & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if ((_slots[slot] & ~EntryMask) == Tag(hash) && this[(int)(_slots[slot] & EntryMask) - 1].Hash == hash)
            {
                return (int)(_slots[slot] & EntryMask) - 1;
            }
        }

        return -1;
    }

    private static uint Tag(ulong hash) => (uint)(hash >> 52) << EntryBits;

    public ref readonly TokenEntry this[int entry] => ref Unsafe.As<short, TokenEntry>(ref _rows.All[entry * _rows.Width]);

    /// <summary>Where the weights of an entry begin among <see cref="Vectors"/>.</summary>
    public int RowOf(int entry) => (entry * _rows.Width) + EntryWidth;

    private static TokenKind KindOf(byte[] token) =>
        token.All(b => char.IsAsciiDigit((char)b)) ? TokenKind.Number : TokenKind.Word;
}
