using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>A message with what a briefing asks of each, asked once: so many lie too far apart in memory to visit often.</summary>
/// <param name="Message">The message.</param>
/// <param name="Feeling">The label of its sentiment.</param>
/// <param name="IsHeldBack">Whether its words wait until a person has looked.</param>
/// <param name="Themes">What it is about, each once.</param>
internal readonly record struct BriefedMessage(TriagedMessage Message, string Feeling, bool IsHeldBack, string[] Themes)
{
    public bool IsNegative => Feeling == "negative";

    public bool IsPositive => Feeling == "positive";
}
