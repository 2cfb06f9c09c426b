namespace Comms.Core.Triage.Corrections;

/// <summary>
/// A label that people corrected, with the corrections for it and against it. Few corrections move a judgement little:
/// n of them at most 6·n/(n+1.5) in log odds, and fewer than five never overturn what the model was sure of (.95 or more,
/// .05 or less).
/// </summary>
internal sealed class LocalLabel(LocalName name)
{
    /// <summary>What many corrections can move, in log odds.</summary>
    public const float Strength = 6;

    /// <summary>How many corrections move half of that.</summary>
    public const float Half = 1.5f;

    /// <summary>
    /// Texts that were not corrected themselves score lower than those that were: what is worth .63 is taken for 1. Chosen
    /// on ten themes of patient feedback, for the F1 of texts that nobody corrected.
    /// </summary>
    private const float Gain = 1.6f;

    /// <summary>So many corrections are needed against a judgement that is sure.</summary>
    public const int AgainstSure = 5;

    /// <summary>From here up, and from 1 less it down, a judgement is sure.</summary>
    public const float Sure = 0.95f;

    /// <summary>The log odds of a label of which no model knows.</summary>
    public const float Unheard = -2;

    private readonly List<int> _for = [];
    private readonly List<int> _against = [];

    public LocalName Name => name;

    public void Count(int correction, bool holds) => (holds ? _for : _against).Add(correction);

    /// <summary>The corrections that speak for a move up, or for one down.</summary>
    public IReadOnlyList<int> Corrections(bool up) => up ? _for : _against;

    /// <summary>What the layer adds to a judgement's log odds.</summary>
    /// <param name="score">The layer's own score: 1 is as certain as the messages that were corrected.</param>
    /// <param name="confidence">The judgement, from 0 to 1.</param>
    public float Shift(float score, float confidence)
    {
        var count = Corrections(score > 0).Count;
        return count < AgainstSure && confidence is >= Sure or <= 1 - Sure
            ? 0
            : Strength * Math.Clamp(Gain * score, -1, 1) * count / (count + Half);
    }
}
