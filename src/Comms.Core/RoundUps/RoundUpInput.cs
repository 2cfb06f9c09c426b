using Comms.Core.Engagement;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>What a round-up is made from.</summary>
public sealed record RoundUpInput
{
    /// <summary>
    /// Triaged messages in any order. Those of other periods or of teams that this one has no part in are passed over;
    /// one whose id came before is the same message.
    /// </summary>
    public required IReadOnlyList<TriagedMessage> Messages { get; init; }

    /// <summary>The counts of the period before; null when there are none to compare with.</summary>
    public WeekCounts? Before { get; init; }

    /// <summary>Scores that may be shown; null to leave them out. Default: null.</summary>
    public ScoreBoard? Board { get; init; }

    /// <summary>How many more messages of the period there were, of less need than those given. Default: none.</summary>
    public long PassedOver { get; init; }

    /// <summary>How many more messages there were that are in restricted cases. Default: none.</summary>
    public long Restricted { get; init; }
}
