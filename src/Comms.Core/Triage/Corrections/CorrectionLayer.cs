namespace Comms.Core.Triage.Corrections;

/// <summary>
/// What was learnt from corrections: linear weights of words and pairs for each label that people corrected. Made by
/// <see cref="LayerLearner"/>; immutable and safe to share between threads.
/// </summary>
internal sealed class CorrectionLayer
{
    private readonly Dictionary<ulong, int> _rows;
    private readonly float[] _weights;
    private readonly ILookup<string, Correction> _decided;

    internal CorrectionLayer(
        IReadOnlyList<LocalLabel> labels, Dictionary<ulong, int> rows, float[] weights, IEnumerable<Correction> decided)
    {
        Labels = labels;
        _rows = rows;
        _weights = weights;
        _decided = decided.ToLookup(correction => correction.MessageId, StringComparer.Ordinal);
    }

    public static CorrectionLayer None { get; } = new([], [], [], []);

    public IReadOnlyList<LocalLabel> Labels { get; }

    /// <summary>What people said of a message itself.</summary>
    public IReadOnlyList<Correction>? DecidedOf(string messageId, int edition)
    {
        Correction[] decided = [.. _decided[messageId].Where(correction => correction.Body.Edition == edition)];
        return decided.Length > 0 ? decided : null;
    }

    /// <summary>Scores a text for every label; allocates nothing.</summary>
    /// <param name="text">Any text; its first words are looked at.</param>
    /// <param name="scores">One for each of <see cref="Labels"/>: about 1 for what was corrected to it, about -1 for what was not.</param>
    public void Score(ReadOnlySpan<char> text, Span<float> scores)
    {
        Span<ulong> features = stackalloc ulong[LocalFeatures.Most];
        Score(features[..LocalFeatures.Read(text, features)], scores);
    }

    /// <summary>Scores what was read of a text.</summary>
    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                for (var label = 0; label < scores.Length; label++)
                {
                    scores[label] += _weights[(row * scores.Length) + label];
                }
            }
        }

        var root = 1 / MathF.Sqrt(Math.Max(1, features.Length));
        foreach (ref var score in scores)
        {
            score *= root;
        }
    }
}
