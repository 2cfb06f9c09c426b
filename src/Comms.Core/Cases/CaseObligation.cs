using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>A duty of a case. Only the act that its rule asks for ends it.</summary>
/// <param name="Duty">What the law asks for.</param>
/// <param name="EndedBy">The recorded act that ended it; null while it is open.</param>
public sealed record CaseObligation(Obligation Duty, CaseAct? EndedBy)
{
    /// <summary>The rule and the day its clock started: one case may have the same duty twice, from two days.</summary>
    public string Key => KeyOf(Duty);

    /// <summary>The times in which its clock stood still, in their order; the last may not be over.</summary>
    public IReadOnlyList<CasePause> Pauses { get; internal init; } = [];

    /// <summary>Whether its clock stands still now.</summary>
    public bool IsPaused => EndedBy is null && Pauses is [.., { Told: null }];

    /// <summary>The last day, with every pause that is over; null while the clock stands still.</summary>
    public DateOnly? Due => IsPaused ? null : Pauses.LastOrDefault(pause => pause.Due is not null)?.Due ?? Duty.Due;

    /// <summary>Whether its last day has passed and nobody has done it.</summary>
    /// <param name="today">The day in the zone of the team.</param>
    public bool IsOverdue(DateOnly today) => EndedBy is null && Due < today;

    /// <summary>Whether it is open and its last day lies within a week.</summary>
    /// <param name="today">The day in the zone of the team.</param>
    public bool IsDueSoon(DateOnly today) => EndedBy is null && !IsOverdue(today) && Due is { } due && DueSoon.Is(due, today);

    internal static string KeyOf(Obligation duty) => duty.Rule + " from " + duty.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
