using Comms.Core.Triage.Languages;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage;

/// <summary>Decides what the model's heads say: the sentiment, and every theme that holds.</summary>
internal sealed class SentimentJudge
{
    private const float UnsureBelow = 0.45f;

    private readonly Head? _sentiment;
    private readonly Head[] _themes;
    private readonly Dictionary<string, (Head Head, int Label)> _themeLabels = new(StringComparer.Ordinal);

    public SentimentJudge(TriageModel model)
    {
        _sentiment = model.Heads.FirstOrDefault(head => head.Labels.Select(label => label.Name).SequenceEqual(Names));
        _themes = [.. model.Heads.Where(head => head != _sentiment)];
        foreach (var head in _themes.Where(head => head.Kind == HeadKind.AnyOf))
        {
            for (var i = 0; i < head.Labels.Count; i++)
            {
                _themeLabels.TryAdd(head.Labels[i].Name, (head, i));
            }
        }
    }

    public static string[] Names { get; } = ["negative", "neutral", "positive"];

    /// <summary>How sure the model is of a theme, and from when it holds; nothing and .5 for a theme of which it does not know.</summary>
    public (float? Confidence, float From) Theme(string name, ScanState scan) => _themeLabels.TryGetValue(name, out var theme)
        ? (Confidence(theme.Head.Labels[theme.Label], scan, theme.Head.FirstLane + theme.Label, scan.Root), theme.Head.Labels[theme.Label].Threshold)
        : (null, 0.5f);

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

    private void JudgeSentiment(Head head, ScanState scan, float root, TriageResult result)
    {
        Span<float> shares = stackalloc float[3];
        for (var i = 0; i < 3; i++)
        {
            shares[i] = Confidence(head.Labels[i], scan, head.FirstLane + i, root);
        }

        Decide(shares, result);
    }

    /// <summary>The sentiment that three weights give, each above 0.</summary>
    public void Decide(ReadOnlySpan<float> shares, TriageResult result)
    {
        var (best, sum) = (0, 0f);
        for (var i = 0; i < 3; i++)
        {
            sum += shares[i];
            best = shares[i] * _sentiment!.Labels[i].Threshold > shares[best] * _sentiment.Labels[best].Threshold ? i : best;
        }

        (result.Negative, result.Neutral, result.Positive) = (shares[0] / sum, shares[1] / sum, shares[2] / sum);
        result.Sentiment = Names[best];
        result.Doubts = shares[best] / sum < UnsureBelow ? result.Doubts | Doubts.Sentiment : result.Doubts & ~Doubts.Sentiment;
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
