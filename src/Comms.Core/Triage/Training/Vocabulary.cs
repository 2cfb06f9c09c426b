using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>The tokens of the different texts of some sets, and how many texts have each.</summary>
internal sealed class Vocabulary
{
    /// <summary>One text in forty may be on ground less familiar than the bound.</summary>
    private const double Familiar = 0.975;

    private readonly Dictionary<ulong, (byte[] Folded, TokenKind Kind, int Texts)> _found = [];
    private readonly string[] _texts;

    public Vocabulary(IReadOnlyList<TrainingSet> sets)
    {
        _texts = [.. sets.SelectMany(set => set.Texts).Distinct(StringComparer.Ordinal)];
        foreach (var text in _texts)
        {
            Count(text);
        }
    }

    /// <summary>
    /// The tokens that a model names: those with feeling, and those that enough texts have. Those of most texts come
    /// first, so that they lie side by side in the cache.
    /// </summary>
    public IReadOnlyList<ModelToken> Name(int least, IReadOnlyList<ModelToken> lexicon)
    {
        var named = _found
            .Where(pair => pair.Value.Texts >= least)
            .Select(pair => new ModelToken(pair.Value.Folded, pair.Value.Kind, default));
        return [.. lexicon.Concat(named).DistinctBy(token => token.Hash).OrderByDescending(TextsWith).ThenBy(token => token.Hash)];
    }

    /// <summary>
    /// The strangeness that few of the texts exceed, each read as if the model had never met it. At least 0.5, so that
    /// a single unknown word is never foreign.
    /// </summary>
    public float Familiarity(int least, IReadOnlyList<ModelToken> lexicon)
    {
        var felt = lexicon.Select(token => token.Hash).ToHashSet();
        var all = _texts.Select(text => Strangeness(text, least, felt)).Order().ToArray();
        return Math.Max(0.5f, all.Length == 0 ? 1 : all[(int)((all.Length - 1) * Familiar)]);
    }

    private int TextsWith(ModelToken token) => _found.TryGetValue(token.Hash, out var found) ? found.Texts : 0;

    private float Strangeness(string text, int least, HashSet<ulong> felt)
    {
        int words = 0, unknown = 0;
        var reader = new TokenReader(text);
        while (reader.Read())
        {
            if (reader.Kind is TokenKind.Word or TokenKind.Handle or TokenKind.Link)
            {
                words++;
                unknown += _found[reader.Hash].Texts > least || felt.Contains(reader.Hash) || PersonWords.Is(reader.Hash) ? 0 : 1;
            }
        }

        return PlainFeeling.Strangeness(unknown, words);
    }

    private void Count(string text)
    {
        var seen = new HashSet<ulong>();
        var reader = new TokenReader(text);
        while (reader.Read())
        {
            if (!seen.Add(reader.Hash))
            {
                continue;
            }

            _found[reader.Hash] = _found.TryGetValue(reader.Hash, out var entry)
                ? entry with { Texts = entry.Texts + 1 }
                : (reader.Folded.ToArray(), reader.Kind, 1);
        }
    }
}
