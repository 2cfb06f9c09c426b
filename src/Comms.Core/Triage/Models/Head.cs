namespace Comms.Core.Triage.Models;

/// <summary>How a head decides between its labels.</summary>
public enum HeadKind
{
    /// <summary>Exactly one label holds.</summary>
    OneOf,

    /// <summary>Any number of labels hold, none included.</summary>
    AnyOf,
}

/// <summary>A question the model answers of every message: its sentiment, its themes. Immutable.</summary>
public sealed class Head
{
    internal Head(string name, HeadKind kind, int firstLane, IReadOnlyList<HeadLabel> labels, Mixture? mixture = null)
    {
        Name = name;
        Kind = kind;
        FirstLane = firstLane;
        Labels = labels;
        Mixture = mixture;
        LeastScores = [.. labels.Select(label => label.LeastScore)];
    }

    /// <summary>What the head is called: <c>sentiment</c>, <c>themes</c>, or the column it was trained on.</summary>
    public string Name { get; }

    /// <summary>Whether one label holds or any number.</summary>
    public HeadKind Kind { get; }

    /// <summary>The labels, in ordinal order.</summary>
    public IReadOnlyList<HeadLabel> Labels { get; }

    internal int FirstLane { get; }

    /// <summary>Where the labels' shares come from, when the examples had several sources; null when each label has a lane.</summary>
    internal Mixture? Mixture { get; }

    /// <summary>The score from which each label of a head that picks any holds.</summary>
    internal float[] LeastScores { get; }

    internal int Lanes => Mixture?.Lanes.Length ?? Labels.Count;

    internal LaneScale ScaleOf(int lane) =>
        Mixture is null ? new LaneScale(Labels[lane].Scale, Labels[lane].Bias) : Mixture.Lanes[lane];

    /// <summary>The labels' shares, which sum to 1, of a head that picks one.</summary>
    /// <param name="scores">A score for each lane.</param>
    /// <param name="question">What the text answers; empty when it is not known.</param>
    /// <param name="shares">One for each label.</param>
    internal void Share(ReadOnlySpan<float> scores, ReadOnlySpan<char> question, Span<float> shares)
    {
        if (Mixture is not null)
        {
            Mixture.Share(scores, Mixture.FindCustom(question), shares);
            return;
        }

        for (var label = 0; label < shares.Length; label++)
        {
            shares[label] = (Labels[label].Slope * scores[label]) + Labels[label].Offset;
        }

        Softmax.Apply(shares);
    }
}

/// <summary>A label of a head with what turns its raw score into a decision and a confidence. Immutable.</summary>
public sealed class HeadLabel
{
    internal HeadLabel(string name, float scale, float bias, float slope, float offset, float threshold)
    {
        Name = name;
        Scale = scale;
        Bias = bias;
        Slope = slope;
        Offset = offset;
        Threshold = threshold;
        LeastScore = (MathF.Log(threshold / (1 - threshold)) - offset) / slope;
    }

    /// <summary>The label as it stands in the training data.</summary>
    public string Name { get; }

    /// <summary>
    /// The confidence from which the label of an <see cref="HeadKind.AnyOf"/> head holds. Of a
    /// <see cref="HeadKind.OneOf"/> head the label with the largest share holds, and this is 0.5.
    /// </summary>
    public float Threshold { get; }

    /// <summary>The score at which the confidence reaches <see cref="Threshold"/>, so that what is below needs no curve.</summary>
    internal float LeastScore { get; }

    internal float Confidence(float score) => 1 / (1 + MathF.Exp(-((Slope * score) + Offset)));

    /// <summary>What one step of an int8 weight is worth.</summary>
    internal float Scale { get; }

    internal float Bias { get; }

    internal float Slope { get; }

    internal float Offset { get; }
}
