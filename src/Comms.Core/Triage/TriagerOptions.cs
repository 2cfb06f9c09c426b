using Comms.Core.Calendars;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Obligations;

namespace Comms.Core.Triage;

/// <summary>What a triager is made of. Each part has the one in this package as its default.</summary>
public sealed record TriagerOptions
{
    /// <summary>Who gets which message. Default: one team, <c>comms</c>, gets everything.</summary>
    public TriagePolicy Policy { get; init; } = TriagePolicy.Default;

    /// <summary>What judges sentiment and themes; null for <see cref="TriageModel.Shipped"/>.</summary>
    public TriageModel? Model { get; init; }

    /// <summary>The duties that the law puts on an answer; null for <see cref="ObligationRules.Shipped"/>.</summary>
    public ObligationRules? Obligations { get; init; }

    /// <summary>The days that do not count; null for <see cref="Calendars.BankHolidays.Shipped"/>.</summary>
    public BankHolidays? BankHolidays { get; init; }

    /// <summary><c>england</c>, <c>wales</c>, <c>scotland</c> or <c>northern-ireland</c>. Default: <c>england</c>.</summary>
    public string Nation { get; init; } = "england";

    /// <summary>In which zone a day begins. Default: <c>Europe/London</c>.</summary>
    public string Zone { get; init; } = "Europe/London";
}
