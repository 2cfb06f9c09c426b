using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Comms.Core.Triage.Models;

/// <summary>What one step of an int8 weight is worth in a lane, and what is added to its sum.</summary>
internal readonly record struct LaneScale(float Scale, float Bias);

/// <summary>A custom that a text may follow: who labelled it so, and the question it answers if there was one.</summary>
internal sealed record Custom(int Source, string Question);

/// <summary>
/// A head whose examples came from sources with customs of their own, as what counts as neutral. Each source has an
/// expert lane for each label; further lanes say which custom a text follows; a last layer weighs them all. Immutable.
/// </summary>
internal sealed class Mixture(int sources, IReadOnlyList<Custom> customs, LaneScale[] lanes, float[] gate, float[] last)
{
    public int Sources => sources;

    public IReadOnlyList<Custom> Customs => customs;

    /// <summary>The experts, source by source and label by label, then a lane for each custom.</summary>
    public LaneScale[] Lanes => lanes;

    /// <summary>For each custom its weight for every custom's score, and an offset.</summary>
    public float[] Gate => gate;

    /// <summary>For each label its weight for every input of <see cref="Weigh"/>, and an offset.</summary>
    public float[] Last => last;

    public static int LanesOf(int sources, int labels, int customs) => (sources * labels) + customs;

    /// <summary>How many inputs the last layer has: every expert under every custom, and every custom.</summary>
    public static int InputsOf(int sources, int labels, int customs) =>
        customs == 0 ? sources * labels : ((sources * labels) + 1) * customs;

    /// <summary>The custom of a question; -1 when none is known by it.</summary>
    public int FindCustom(ReadOnlySpan<char> question)
    {
        for (var custom = 0; custom < customs.Count && !question.IsEmpty; custom++)
        {
            if (question.Equals(customs[custom].Question, StringComparison.OrdinalIgnoreCase))
            {
                return custom;
            }
        }

        return -1;
    }

    /// <summary>The shares of the labels.</summary>
    /// <param name="scores">A score for each lane.</param>
    /// <param name="known">The custom, when it is known; else -1.</param>
    /// <param name="shares">One for each label.</param>
    public void Share(ReadOnlySpan<float> scores, int known, Span<float> shares)
    {
        Span<float> inputs = stackalloc float[InputsOf(sources, shares.Length, customs.Count)];
        Weigh(scores, known, inputs);
        Apply(last, inputs, shares);
        Softmax.Apply(shares);
    }

    /// <summary>Turns scores into what the last layer sees: the experts by the share of each custom, and those shares.</summary>
    public void Weigh(ReadOnlySpan<float> scores, int known, Span<float> inputs)
    {
        var experts = scores[..^customs.Count];
        if (customs.Count == 0)
        {
            experts.CopyTo(inputs);
            return;
        }

        var follows = inputs[^customs.Count..];
        Apply(gate, scores[^customs.Count..], follows);
        Softmax.Apply(follows);
        if (known >= 0)
        {
            follows.Clear();
            follows[known] = 1;
        }

        for (var custom = 0; custom < follows.Length; custom++)
        {
            for (var expert = 0; expert < experts.Length; expert++)
            {
                inputs[(custom * experts.Length) + expert] = follows[custom] * experts[expert];
            }
        }
    }

    private static void Apply(ReadOnlySpan<float> layer, ReadOnlySpan<float> from, Span<float> to)
    {
        var width = from.Length + 1;
        for (var row = 0; row < to.Length; row++)
        {
            var weights = layer.Slice(row * width, width);
            to[row] = Dot(weights[..^1], from) + weights[^1];
        }
    }

    private static float Dot(ReadOnlySpan<float> weights, ReadOnlySpan<float> from)
    {
        ref var left = ref MemoryMarshal.GetReference(weights);
        ref var right = ref MemoryMarshal.GetReference(from);
        var sums = Vector128<float>.Zero;
        var at = 0;
        for (; at + Vector128<float>.Count <= from.Length; at += Vector128<float>.Count)
        {
            sums += Vector128.LoadUnsafe(ref left, (nuint)at) * Vector128.LoadUnsafe(ref right, (nuint)at);
        }

        var sum = Vector128.Sum(sums);
        for (; at < from.Length; at++)
        {
            sum += weights[at] * from[at];
        }

        return sum;
    }
}
