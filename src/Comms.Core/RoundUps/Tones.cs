using Comms.Core.Documents;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>A message's sentiment as a card's tone. What could not be judged has none.</summary>
internal static class Tones
{
    public static Tone Of(TriagedMessage message) => message.Findings.Sentiment.Label switch
    {
        "negative" => Tone.Negative,
        "neutral" => Tone.Neutral,
        "positive" => Tone.Positive,
        _ => Tone.None,
    };
}
