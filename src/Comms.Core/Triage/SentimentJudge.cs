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

    public SentimentJudge(TriageModel model)
    {
        _sentiment = model.Heads.FirstOrDefault(IsSentiment);
        _themes = [.. model.Heads.Where(head => head != _sentiment)];
    }

    public static bool IsSentiment(Head head) => head.Labels.Select(label => label.Name).SequenceEqual(Names);

    public void Judge(ScanState scan, TriageResult result)
    {
        result.Sentiment = "unknown";
        result.Negative = result.Neutral = result.Positive = 0;
        if (result.Language is not (LanguageJudge.English or LanguageJudge.Undetermined) || scan.Message.Tokens == 0)
        {
            return;
        }

        var root = scan.Root;
        if (_sentiment is not null && (result.Language == LanguageJudge.English || scan.Words == 0))
        {
            JudgeSentiment(_sentiment, scan, root, result);
        }

        foreach (var head in _themes)
        {
            JudgeThemes(head, scan, root, result);
        }
    }

    private static void JudgeSentiment(Head head, ScanState scan, float root, TriageResult result)
    {
        Span<float> shares = stackalloc float[3];
        var (best, sum) = (0, 0f);
        for (var i = 0; i < 3; i++)
        {
            shares[i] = Confidence(head.Labels[i], scan, head.FirstLane + i, root);
            sum += shares[i];
            best = shares[i] * head.Labels[i].Threshold > shares[best] * head.Labels[best].Threshold ? i : best;
        }

        (result.Negative, result.Neutral, result.Positive) = (shares[0] / sum, shares[1] / sum, shares[2] / sum);
        result.Sentiment = Names[best];
        result.Doubts |= shares[best] / sum < UnsureBelow ? Doubts.Sentiment : Doubts.None;
    }

    private static void JudgeThemes(Head head, ScanState scan, float root, TriageResult result)
    {
        if (head.Kind == HeadKind.OneOf)
        {
            JudgeOne(head, scan, root, result);
            return;
        }

        for (var i = 0; i < head.Labels.Count; i++)
        {
            var label = head.Labels[i];
            var score = scan.Score(head.FirstLane + i, label, root);
            if (score >= label.LeastScore)
            {
                Insert(result.ThemeBag, new ScoredLabel(label.Name, label.Confidence(score)));
            }
        }
    }

    private static void JudgeOne(Head head, ScanState scan, float root, TriageResult result)
    {
        var (best, bestShare, sum) = (0, 0f, 0f);
        for (var i = 0; i < head.Labels.Count; i++)
        {
            var share = Confidence(head.Labels[i], scan, head.FirstLane + i, root);
            sum += share;
            (best, bestShare) = share * head.Labels[i].Threshold > bestShare * head.Labels[best].Threshold ? (i, share) : (best, bestShare);
        }

        result.ThemeBag.Add(new ScoredLabel(head.Labels[best].Name, bestShare / sum));
    }

    private static float Confidence(HeadLabel label, ScanState scan, int lane, float root) =>
        label.Confidence(scan.Score(lane, label, root));

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
