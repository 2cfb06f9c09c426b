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
    private readonly PlainFeeling _plain;
    private readonly int _mostLanes;
    private readonly Dictionary<string, (Head Head, int Label)> _themeLabels = new(StringComparer.Ordinal);

    public SentimentJudge(TriageModel model)
    {
        _sentiment = model.Heads.FirstOrDefault(IsSentiment);
        _themes = [.. model.Heads.Where(head => head != _sentiment)];
        _plain = new PlainFeeling(model);
        _mostLanes = model.Heads.Select(head => Math.Max(head.Lanes, head.Labels.Count)).DefaultIfEmpty().Max();
        foreach (var head in _themes.Where(head => head.Kind == HeadKind.AnyOf))
        {
            for (var i = 0; i < head.Labels.Count; i++)
            {
                _themeLabels.TryAdd(head.Labels[i].Name, (head, i));
            }
        }
    }

    public static string[] Names { get; } = ["negative", "neutral", "positive"];

    public static bool IsSentiment(Head head) => head.Labels.Select(label => label.Name).SequenceEqual(Names);

    /// <summary>How sure the model is of a theme, and from when it holds; nothing and .5 for a theme of which it does not know.</summary>
    public (float? Confidence, float From) Theme(string name, ScanState scan) => _themeLabels.TryGetValue(name, out var theme)
        ? (theme.Head.Labels[theme.Label].Confidence(scan.ScoresOf(theme.Head)[theme.Label]), theme.Head.Labels[theme.Label].Threshold)
        : (null, 0.5f);

    /// <summary>The sentiment that three weights give, each above 0.</summary>
    public static void Decide(ReadOnlySpan<float> shares, TriageResult result)
    {
        var sum = shares[0] + shares[1] + shares[2];
        var best = Largest(shares);
        (result.Negative, result.Neutral, result.Positive) = (shares[0] / sum, shares[1] / sum, shares[2] / sum);
        result.Sentiment = Names[best];
        result.Doubts = shares[best] / sum < UnsureBelow ? result.Doubts | Doubts.Sentiment : result.Doubts & ~Doubts.Sentiment;
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

        // The themes were learnt from English: of words in a language that cannot be told they say nothing.
        foreach (var head in result.Language == LanguageJudge.English || scan.Words == 0 ? _themes : [])
        {
            if (head.Kind == HeadKind.OneOf)
            {
                JudgeOne(head, scan, question, shares[..head.Labels.Count], result);
            }
            else
            {
                JudgeAny(head, scan.ScoresOf(head), result);
            }
        }
    }

    /// <summary>A language that cannot be told is read all the same when the model knows any of its words.</summary>
    private static bool IsReadable(ScanState scan, TriageResult result) =>
        result.Language == LanguageJudge.English || scan.Known > 0 || scan.Words == 0;

    private void JudgeSentiment(Head head, ScanState scan, ReadOnlySpan<char> question, Span<float> shares, TriageResult result)
    {
        head.Share(scan.ScoresOf(head), question, shares);
        _plain.Mix(scan, shares);
        Decide(shares, result);
    }

    private static void JudgeOne(Head head, ScanState scan, ReadOnlySpan<char> question, Span<float> shares, TriageResult result)
    {
        head.Share(scan.ScoresOf(head), question, shares);
        var best = Largest(shares);
        result.ThemeBag.Add(new ScoredLabel(head.Labels[best].Name, shares[best]));
    }

    private static void JudgeAny(Head head, ReadOnlySpan<float> scores, TriageResult result)
    {
        var least = head.LeastScores;
        for (var i = 0; i < least.Length; i++)
        {
            if (scores[i] >= least[i])
            {
                Insert(result.ThemeBag, new ScoredLabel(head.Labels[i].Name, head.Labels[i].Confidence(scores[i])));
            }
        }
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
