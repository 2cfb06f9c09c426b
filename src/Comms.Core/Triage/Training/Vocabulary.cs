using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>The tokens that a model names: those with feeling, and those that enough different texts have.</summary>
internal static class Vocabulary
{
    public static IReadOnlyList<ModelToken> Of(IReadOnlyList<TrainingSet> sets, int least, IReadOnlyList<ModelToken> lexicon)
    {
        var found = new Dictionary<ulong, (byte[] Folded, TokenKind Kind, int Texts)>();
        foreach (var text in sets.SelectMany(set => set.Examples).Select(example => example.Text).Distinct(StringComparer.Ordinal))
        {
            Count(text, found);
        }

        var named = found
            .Where(pair => pair.Value.Texts >= least)
            .Select(pair => new ModelToken(pair.Value.Folded, pair.Value.Kind, default));
        return [.. lexicon.Concat(named).DistinctBy(token => token.Hash).OrderBy(token => token.Hash)];
    }

    private static void Count(string text, Dictionary<ulong, (byte[] Folded, TokenKind Kind, int Texts)> found)
    {
        var seen = new HashSet<ulong>();
        var reader = new TokenReader(text);
        while (reader.Read())
        {
            if (!seen.Add(reader.Hash))
            {
                continue;
            }

            found[reader.Hash] = found.TryGetValue(reader.Hash, out var entry)
                ? entry with { Texts = entry.Texts + 1 }
                : (reader.Folded.ToArray(), reader.Kind, 1);
        }
    }
}
