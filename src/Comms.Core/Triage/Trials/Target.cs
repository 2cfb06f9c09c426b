using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Trials;

/// <summary>A label of the model whose words are asked for.</summary>
internal readonly record struct Target(Head Head, int Label)
{
    /// <summary>The target of a claim that the model makes; null when it makes none of that name.</summary>
    public static Target? Of(TriageModel model, bool sentiment, string name)
    {
        foreach (var head in model.Heads)
        {
            for (var label = 0; label < head.Labels.Count; label++)
            {
                if (head.Labels[label].Name == name && SentimentJudge.IsSentiment(head) == sentiment)
                {
                    return new Target(head, label);
                }
            }
        }

        return null;
    }

    /// <summary>What the label scores: its share among labels of which one holds, else its confidence.</summary>
    /// <param name="tokens">What tokens add up to in every lane of the model.</param>
    /// <param name="message">What the features of the whole message add up to.</param>
    /// <param name="root">One over the root of the number of the tokens' features.</param>
    public float Score(ReadOnlySpan<int> tokens, ReadOnlySpan<int> message, float root)
    {
        var own = Confidence(Label, tokens, message, root);
        if (Head.Kind == HeadKind.AnyOf)
        {
            return own;
        }

        var sum = 0f;
        for (var label = 0; label < Head.Labels.Count; label++)
        {
            sum += Confidence(label, tokens, message, root);
        }

        return own / sum;
    }

    private float Confidence(int label, ReadOnlySpan<int> tokens, ReadOnlySpan<int> message, float root)
    {
        var (lane, of) = (Head.FirstLane + label, Head.Labels[label]);
        return of.Confidence((of.Scale * ((tokens[lane] * root) + (message[lane] * LinearModel.MessageWeight))) + of.Bias);
    }
}
