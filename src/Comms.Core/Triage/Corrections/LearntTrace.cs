using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage.Corrections;

/// <summary>What the local layer saw in one text and what it decided. Reused from text to text; belongs to one thread at a time.</summary>
internal sealed class LearntTrace
{
    private const int MostDecisions = 64;

    private float[] _scores = [];

    public CorrectionLayer Layer { get; private set; } = CorrectionLayer.None;

    public Bag<Learnt> Decisions { get; } = new(MostDecisions);

    /// <summary>The team that a person gave this very message to.</summary>
    public string? SaidTeam { get; set; }

    /// <summary>The team that was learnt, and its label's number.</summary>
    public (string Name, int Label)? LearntTeam { get; set; }

    public ReadOnlySpan<float> Scores => _scores;

    public void Begin(CorrectionLayer layer, ReadOnlySpan<char> text)
    {
        Decisions.Clear();
        SaidTeam = null;
        LearntTeam = null;
        Layer = layer;
        if (layer.Labels.Count == 0)
        {
            return;
        }

        if (_scores.Length != layer.Labels.Count)
        {
            _scores = new float[layer.Labels.Count];
        }

        layer.Score(text, _scores);
    }
}
