using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage;

/// <summary>Decides what the model's heads say: the sentiment, and every theme that holds.</summary>
internal sealed class SentimentJudge
{
    private const float UnsureBelow = 0.45f;
    private static readonly string[] Names = ["negative", "neutral", "positive"];

    private readonly Head? _sentiment;
    private readonly Head[] _themes;
    private readonly PlainFeeling _plain;
    private readonly int _mostLanes;

    public SentimentJudge(TriageModel model)
    {
        _sentiment = model.Heads.FirstOrDefault(head => head.Labels.Select(label => label.Name).SequenceEqual(Names));
        _themes = [.. model.Heads.Where(head => head != _sentiment)];
        _plain = new PlainFeeling(model);
        _mostLanes = model.Heads.Select(head => Math.Max(head.Lanes, head.Labels.Count)).DefaultIfEmpty().Max();
    }

    /// <param name="scan">What was read.</param>
    /// <param name="question">What the text answers; empty when it is not known.</param>
    /// <param name="result">Where the findings go.</param>
    public void Judge(ScanState scan, ReadOnlySpan<char> question, TriageResult result)
    {
        result.Sentiment = "unknown";
        result.Negative = result.Neutral = result.Positive = 0;
        if (result.Language is not (LanguageJudge.English or LanguageJudge.Undetermined))
        {
            return;
        }

        Span<float> shares = stackalloc float[_mostLanes];
        if (_sentiment is not null && scan.Message.Tokens > 0 && IsReadable(scan, result))
        {
            JudgeSentiment(_sentiment, scan, question, shares[..3], result);
        }

        foreach (var head in _themes)
        {
            if (head.Kind == HeadKind.OneOf)
            {
                JudgeOne(head, scan, question, shares[..head.Labels.Count], result);
            }
            else
            {
                JudgeAny(head, scan, result);
            }
        }
    }

    /// <summary>A language that cannot be told is read all the same when the model knows any of its words.</summary>
    private static bool IsReadable(ScanState scan, TriageResult result) =>
        result.Language == LanguageJudge.English || scan.Known > 0 || scan.Words == 0;

    private void JudgeSentiment(Head head, ScanState scan, ReadOnlySpan<char> question, Span<float> shares, TriageResult result)
    {
        Share(head, scan, question, shares);
        _plain.Mix(scan, shares);
        var best = Largest(shares);
        (result.Negative, result.Neutral, result.Positive) = (shares[0], shares[1], shares[2]);
        result.Sentiment = Names[best];
        result.Doubts |= shares[best] < UnsureBelow ? Doubts.Sentiment : Doubts.None;
    }

    private static void JudgeOne(Head head, ScanState scan, ReadOnlySpan<char> question, Span<float> shares, TriageResult result)
    {
        Share(head, scan, question, shares);
        var best = Largest(shares);
        result.ThemeBag.Add(new ScoredLabel(head.Labels[best].Name, shares[best]));
    }

    private static void JudgeAny(Head head, ScanState scan, TriageResult result)
    {
        var root = scan.Root;
        for (var i = 0; i < head.Labels.Count; i++)
        {
            var label = head.Labels[i];
            var score = scan.Score(head.FirstLane + i, label.Scale, label.Bias, root);
            if (score >= label.LeastScore)
            {
                Insert(result.ThemeBag, new ScoredLabel(label.Name, label.Confidence(score)));
            }
        }
    }

    private static void Share(Head head, ScanState scan, ReadOnlySpan<char> question, Span<float> shares)
    {
        var root = scan.Root;
        Span<float> scores = stackalloc float[head.Lanes];
        for (var lane = 0; lane < scores.Length; lane++)
        {
            var (scale, bias) = head.ScaleOf(lane);
            scores[lane] = scan.Score(head.FirstLane + lane, scale, bias, root);
        }

        head.Share(scores, question, shares);
    }

    private static int Largest(ReadOnlySpan<float> shares)
    {
        var best = 0;
        for (var i = 1; i < shares.Length; i++)
        {
            best = shares[i] > shares[best] ? i : best;
        }

        return best;
    }

    private static void Insert(Bag<ScoredLabel> bag, ScoredLabel label)
    {
        bag.Add(label);
        var items = bag.Items;
        for (var i = items.Length - 1; i > 0 && items[i].Confidence > items[i - 1].Confidence; i--)
        {
            (items[i], items[i - 1]) = (items[i - 1], items[i]);
        }
    }
}
