namespace Comms.Core.Triage.Corrections;

/// <summary>Moves the three shares of the sentiment by what people corrected.</summary>
internal static class SentimentShift
{
    public static void Apply(TriageResult result)
    {
        Span<float> shares = [result.Negative, result.Neutral, result.Positive];
        if (result.Sentiment == "unknown" || !Move(result, shares))
        {
            return;
        }

        var before = result.Sentiment;
        SentimentJudge.Decide(shares, result);
        if (result.Sentiment != before)
        {
            result.Local.Decisions.Add(new Learnt(NumberOf(result.Sentiment, result.Local.Layer.Labels), Up: true, Said: null));
        }
    }

    /// <summary>A person said it of this very message.</summary>
    public static void Say(Correction said, TriageResult result)
    {
        result.Sentiment = said.Label;
        (result.Negative, result.Neutral, result.Positive) = (Share(said, "negative"), Share(said, "neutral"), Share(said, "positive"));
        result.Doubts &= ~Doubts.Sentiment;
        result.Local.Decisions.Add(new Learnt(-1, Up: true, said));
    }

    private static bool Move(TriageResult result, Span<float> shares)
    {
        var labels = result.Local.Layer.Labels;
        var moved = false;
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].Name.Heading == Heading.Sentiment)
            {
                ref var share = ref shares[Array.IndexOf(SentimentJudge.Names, labels[i].Name.Label)];
                var shift = labels[i].Shift(result.Local.Scores[i], share);
                moved |= shift != 0;
                share *= MathF.Exp(shift);
            }
        }

        return moved;
    }

    private static int NumberOf(string sentiment, IReadOnlyList<LocalLabel> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].Name == new LocalName(Heading.Sentiment, sentiment))
            {
                return i;
            }
        }

        return -1;
    }

    private static float Share(Correction said, string label) => said.Label == label ? 1 : 0;
}
