using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>What a briefing is made from.</summary>
public sealed record BriefingInput
{
    /// <summary>
    /// Triaged messages in any order. Those of other days or of teams that the briefing is not for are passed over; one
    /// whose id came before is the same message.
    /// </summary>
    public required IReadOnlyList<TriagedMessage> Messages { get; init; }

    /// <summary>The counts of earlier periods of the same length, in any order; those without a message among them. Default: none.</summary>
    public IReadOnlyList<WeekCounts> Before { get; init; } = [];

    /// <summary>How many more messages of the days there were, of less need than those given. Default: none.</summary>
    public long PassedOver { get; init; }

    /// <summary>How many more messages there were that are in restricted cases. Default: none.</summary>
    public long Restricted { get; init; }
}
