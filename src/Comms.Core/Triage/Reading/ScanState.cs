using System.Runtime.CompilerServices;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>What one pass over a text gathers. Reused from text to text; belongs to one thread at a time.</summary>
internal sealed class ScanState(int stride)
{
    private readonly int[] _totals = new int[stride];
    private readonly int[] _messageTotals = new int[stride];

    public MessageFeatures Message;

    public int Stride => stride;

    public TokenBlock Block { get; } = new();

    /// <summary>Rows of the known tokens of a block.</summary>
    public WeightRows TokenRows { get; } = new();

    /// <summary>Rows of all other features of a block.</summary>
    public WeightRows FeatureRows { get; } = new();

    public PhraseMarks Marks { get; } = new();

    public SignalMatches Matches { get; } = new();

    public int Features { get; set; }

    public int Words { get; set; }

    public int Known { get; set; }

    public ulong Votes { get; set; }

    public int ForeignLetters { get; set; }

    public char ForeignSample { get; set; }

    public bool SawDigitOrAt { get; set; }

    public bool Cut { get; set; }

    public void Begin(SignalTable signals)
    {
        Array.Clear(_totals);
        Array.Clear(_messageTotals);
        Message = default;
        Marks.Clear();
        Matches.Clear(signals);
        Features = Words = Known = ForeignLetters = 0;
        Votes = 0;
        SawDigitOrAt = Cut = false;
    }

    /// <summary>Adds up the rows of a block, and forgets them.</summary>
    public void AddRows(TokenTable tokens, WeightTable weights)
    {
        TokenRows.AddTo(_totals, tokens.Vectors, tokens.Largest);
        FeatureRows.AddTo(_totals, weights.Weights);
        TokenRows.Clear();
        FeatureRows.Clear();
    }

    /// <summary>Adds up the rows of the features that the whole message has, beside those of its tokens.</summary>
    public void AddMessageRows(WeightTable weights)
    {
        FeatureRows.AddTo(_messageTotals, weights.Weights);
        FeatureRows.Clear();
    }

    /// <summary>A lane's score, as it was trained: tokens over the root of their features' number, the message beside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int lane, HeadLabel label, float root) =>
        (label.Scale * ((_totals[lane] * root) + (_messageTotals[lane] * LinearModel.MessageWeight))) + label.Bias;

    public float Root => 1f / MathF.Sqrt(Math.Max(1, Features));
}
