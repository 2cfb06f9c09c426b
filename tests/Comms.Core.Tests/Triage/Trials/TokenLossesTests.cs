using Comms.Core.Triage;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Trials;
using Xunit;

namespace Comms.Core.Tests.Triage.Trials;

public sealed class TokenLossesTests
{
    /// <summary>The arithmetic is that of reading what is left anew, as long as the text's own spaces part its tokens.</summary>
    [Fact]
    public void A_loss_is_what_judging_without_the_word_would_show()
    {
        var model = TriageModel.Shipped;
        var tokens = new TokenList(model.Lexicon);
        var losses = new TokenLosses(model, tokens);
        var compared = 0;
        foreach (var text in ManyMessages.All.Select(item => item.Text).Where((_, number) => number % 40 == 0))
        {
            var (whole, label) = Sentiment(text, null);
            if (label == "unknown")
            {
                continue;
            }

            tokens.Read(text);
            var lost = losses.Of([Target.Of(model, sentiment: true, label)!.Value]);
            for (var token = 0; token < lost.Length; token++)
            {
                var at = tokens.Items[token].At;
                var (left, leftLabel) = Sentiment(text[..at.Start] + text[at.End..], label);
                if (leftLabel != "unknown")
                {
                    compared++;
                    Assert.True(Math.Abs(whole - left - lost[token]) < 1e-4, $"{text[at.Start..at.End]} in {text}: {whole - left}, not {lost[token]}");
                }
            }
        }

        Assert.True(compared > 500);
    }

    private static (float Share, string Label) Sentiment(string text, string? label)
    {
        var result = new TriageResult();
        Triagers.Plain.Triage(text, result);
        var share = (label ?? result.Sentiment) switch
        {
            "negative" => result.Negative,
            "neutral" => result.Neutral,
            _ => result.Positive,
        };
        return (share, result.Sentiment);
    }
}
