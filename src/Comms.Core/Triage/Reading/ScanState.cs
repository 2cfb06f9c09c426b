using System.Runtime.Intrinsics;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Signals;

namespace Comms.Core.Triage.Reading;

/// <summary>What one pass over a text gathers. Reused from text to text; belongs to one thread at a time.</summary>
internal sealed class ScanState(int stride)
{
    private readonly int[] _totals = new int[stride];
    private readonly int[] _messageTotals = new int[stride];
    private readonly float[] _scores = new float[stride];

    public MessageFeatures Message;

    public FeelingSum Feeling;

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

    /// <summary>Handles and links that the model does not know.</summary>
    public int Strange { get; set; }

    public bool Tagged { get; set; }

    /// <summary>Whether no letter is small.</summary>
    public bool AllLoud { get; private set; }

    public int Exclamations { get; private set; }

    public int Questions { get; private set; }

    public ulong Votes { get; set; }

    public int ForeignLetters { get; set; }

    public char ForeignSample { get; set; }

    public bool SawDigitOrAt { get; set; }

    public bool SawNameCue { get; set; }

    /// <summary>The letters of names and pronouns: how long they are says nothing.</summary>
    public LetterCounts PersonLetters { get; set; }

    public bool Cut { get; set; }

    public void Begin(SignalTable signals)
    {
        Array.Clear(_totals);
        Array.Clear(_messageTotals);
        Message = default;
        Feeling = default;
        PersonLetters = default;
        Marks.Clear();
        Matches.Clear(signals);
        Features = Words = Known = Strange = ForeignLetters = 0;
        Votes = 0;
        SawDigitOrAt = SawNameCue = Cut = false;
    }

    /// <summary>What of a text as a whole strengthens its feeling.</summary>
    public void CountMarks(ReadOnlySpan<char> text, in TextShape shape)
    {
        AllLoud = shape.Smalls == 0;
        Exclamations = Message.Exclaims ? text.Count('!') : 0;
        Questions = Message.Asks ? text.Count('?') : 0;
    }

    /// <summary>Adds up the rows of a block, and forgets them.</summary>
    public void AddRows(TokenTable tokens, WeightTable weights)
    {
        TokenRows.AddTo(_totals, tokens.Vectors, tokens.Largest);
        FeatureRows.AddTo(_totals, weights.Weights);
        TokenRows.Clear();
        FeatureRows.Clear();
    }

    /// <summary>Adds up the rows of what the message is as a whole, beside those of its tokens.</summary>
    public void AddMessageRows(MessageTable messages, in TextShape shape)
    {
        messages.Choose(in Message, in shape, TokenRows);
        TokenRows.AddTo(_messageTotals, messages.Vectors, messages.Largest);
        TokenRows.Clear();
    }

    /// <summary>Adds the row of a question, as often as it counts.</summary>
    public void AddQuestion(WeightTable weights, uint question)
    {
        for (var time = 0; time < LinearModel.QuestionTimes; time++)
        {
            FeatureRows.Add(weights.RowOf(question));
        }

        FeatureRows.AddTo(_messageTotals, weights.Weights);
        FeatureRows.Clear();
    }

    /// <summary>Turns sums into scores, as they were trained: tokens over the root of their features' number, the message beside.</summary>
    public void Score(WeightTable weights)
    {
        var root = Vector256.Create(1f / MathF.Sqrt(Math.Max(1, Features)));
        var beside = Vector256.Create(LinearModel.MessageWeight);
        for (var lane = 0; lane < _scores.Length; lane += Vector256<float>.Count)
        {
            var sum = (Vector256.ConvertToSingle(Lanes(_totals, lane)) * root) + (Vector256.ConvertToSingle(Lanes(_messageTotals, lane)) * beside);
            ((Lanes(weights.Scales, lane) * sum) + Lanes(weights.Biases, lane)).CopyTo(_scores, lane);
        }
    }

    /// <summary>The scores of a head's lanes.</summary>
    public ReadOnlySpan<float> ScoresOf(Head head) => _scores.AsSpan(head.FirstLane, head.Lanes);

    private static Vector256<T> Lanes<T>(T[] lanes, int first) => Vector256.Create<T>(lanes.AsSpan(first));
}
