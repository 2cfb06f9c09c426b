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
    internal Head(string name, HeadKind kind, int firstLane, IReadOnlyList<HeadLabel> labels)
    {
        Name = name;
        Kind = kind;
        FirstLane = firstLane;
        Labels = labels;
    }

    /// <summary>What the head is called: <c>sentiment</c>, <c>themes</c>, or the column it was trained on.</summary>
    public string Name { get; }

    /// <summary>Whether one label holds or any number.</summary>
    public HeadKind Kind { get; }

    /// <summary>The labels, in ordinal order.</summary>
    public IReadOnlyList<HeadLabel> Labels { get; }

    internal int FirstLane { get; }
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
    /// Of an <see cref="HeadKind.AnyOf"/> head: the confidence from which the label holds. Of a
    /// <see cref="HeadKind.OneOf"/> head: what the label's confidence is multiplied by before the largest is taken, so
    /// that a rare label is not drowned.
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
