using Comms.Core.Text;

namespace Comms.Core.Triage.Corrections;

/// <summary>
/// Finds the words on which a learnt label rests: the three without which the layer scores it lowest. Each was left out
/// and scored again.
/// </summary>
internal static class LearntEvidence
{
    private const int MostWords = 3;
    private const int MostTried = 80;

    public static IEnumerable<Evidence> Find(string text, TriageResult result)
    {
        var layer = result.Local.Layer;
        var labels = result.Local.Decisions.Items.ToArray().Where(decision => decision is { Up: true, Label: >= 0 }).Select(decision => decision.Label).ToArray();
        return labels.Length == 0 ? [] : labels.SelectMany(label => Find(text, layer, label)).ToArray();
    }

    private static IEnumerable<Evidence> Find(string text, CorrectionLayer layer, int label)
    {
        var name = layer.Labels[label].Name;
        var about = $"{name.Heading.ToString().ToLowerInvariant()}:{name.Label}";
        var scores = new float[layer.Labels.Count];
        layer.Score(text, scores);
        var whole = scores[label];
        return Words(text)
            .Select(word => (Word: word, Drop: whole - Without(text, word, layer, scores)[label]))
            .Where(tried => tried.Drop > 0)
            .OrderByDescending(tried => tried.Drop)
            .ThenBy(tried => tried.Word.Start)
            .Take(MostWords)
            .Select(tried => new Evidence(tried.Word.Start, tried.Word.Length, about));
    }

    private static float[] Without(string text, (int Start, int Length) word, CorrectionLayer layer, float[] scores)
    {
        layer.Score(text.Remove(word.Start, word.Length), scores);
        return scores;
    }

    private static List<(int Start, int Length)> Words(string text)
    {
        var words = new List<(int, int)>();
        var reader = new TokenReader(text);
        while (words.Count < MostTried && reader.Read())
        {
            words.Add((reader.Start, reader.End - reader.Start));
        }

        return words;
    }
}
