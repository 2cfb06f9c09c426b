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
    private readonly int[] _slots;
    private readonly TokenEntry[] _entries;
    private readonly short[] _vectors;
    private readonly int _mask;

    private TokenTable(TokenEntry[] entries, short[] vectors)
    {
        _entries = entries;
        _vectors = vectors;
        Largest = vectors.Length == 0 ? 0 : vectors.Max(value => Math.Abs((int)value));
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Length * 2))];
        _mask = _slots.Length - 1;
        for (var i = 0; i < entries.Length; i++)
        {
            var slot = (int)(entries[i].Hash >> 20) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = i + 1;
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

    /// <summary>The entry of a token; -1 when it is not known.</summary>
    public int Find(ulong hash)
    {
        for (var slot = (int)(hash >> 20) & _mask; ; slot = (slot + 1) & _mask)
        {
            var entry = _slots[slot] - 1;
            if (entry < 0 || _entries[entry].Hash == hash)
            {
                return entry;
            }
        }
    }

    public ref readonly TokenEntry this[int entry] => ref _entries[entry];

    private static TokenKind KindOf(byte[] token) =>
        token.All(b => char.IsAsciiDigit((char)b)) ? TokenKind.Number : TokenKind.Word;
}
