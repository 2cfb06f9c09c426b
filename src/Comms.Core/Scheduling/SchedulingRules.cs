using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>What a post's time is held to. The defaults ask nothing but a free slot.</summary>
public sealed record SchedulingRules
{
    /// <summary>The slots of accounts that have their own; every other has the team's. Default: none.</summary>
    public IReadOnlyDictionary<string, SlotGrid> Slots { get; init; } = new Dictionary<string, SlotGrid>();

    /// <summary>Hours in which nothing goes out; null for none. Default: null.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>How far apart two posts of an account stay. From zero to a day. Default: zero.</summary>
    public TimeSpan LeastApart { get; init; }

    /// <summary>For how long an account does not say nearly the same again. From zero to 366 days. Default: zero, for no such rule.</summary>
    public TimeSpan NoRepeatWithin { get; init; }

    /// <summary>Whether slots are looked for on working days of the team's nation only. Default: no.</summary>
    public bool WorkingDaysOnly { get; init; }

    /// <summary>Areas beside the team's nation whose elections count. Default: none.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Sensitive periods. Default: those before elections that the package knows.</summary>
    public IReadOnlyList<SensitivePeriod> Periods { get; init; } = PreElectionPeriods.Shipped;

    internal SensitivePeriods PeriodsOf(string nation, string zone) => new(Periods, [nation, .. Areas], zone);

    internal IEnumerable<string> Faults() =>
    [
        .. Slots.SelectMany(pair => pair.Value.Faults($"Scheduling.Slots[{pair.Key}]", Quiet)),
        .. LeastApart < TimeSpan.Zero || LeastApart > TimeSpan.FromDays(1) ? ["Scheduling.LeastApart lies from zero to a day"] : Array.Empty<string>(),
        .. NoRepeatWithin < TimeSpan.Zero || NoRepeatWithin > TimeSpan.FromDays(366)
            ? ["Scheduling.NoRepeatWithin lies from zero to 366 days"] : Array.Empty<string>(),
        .. Periods.Where(period => period.To < period.From).Select(period => $"Scheduling.Periods: {period.Id} ends before it begins"),
    ];
}
