using Comms.Core.Calendars;

namespace Comms.Core.Triage.Obligations;

/// <summary>
/// Starts the clocks of the duties that a message brings. Where no rule is loaded for the nation and day it says so: a
/// neighbour's rule is never used.
/// </summary>
internal sealed class ObligationClock(ObligationRules rules, BankHolidays holidays, string nation, string zone)
{
    /// <summary>How it is said that no rule is loaded.</summary>
    private const string Unruled = "no verified rule is loaded";

    /// <summary>Kinds of message that some nation's law gives a clock.</summary>
    private readonly HashSet<string> _clocked = [.. rules.Rules.Select(rule => rule.Kind)];

    /// <summary>Whether a reason says that a person must find a duty.</summary>
    public static bool IsUnruled(string why) => why.StartsWith(Unruled, StringComparison.Ordinal);

    public IReadOnlyList<Obligation> Start(IEnumerable<string> kinds, DateTimeOffset at, ICollection<string> why)
    {
        var day = Zones.DayOf(at, zone);
        var started = new List<Obligation>();
        foreach (var kind in kinds.Where(_clocked.Contains))
        {
            var before = started.Count;
            started.AddRange(rules.Rules.Where(rule => Holds(rule, kind, day)).Select(rule => Start(rule, day, why)));
            if (started.Count == before)
            {
                why.Add($"{Unruled} for a message of kind '{kind}' in {nation} on {day:yyyy-MM-dd}: a person must find the duty");
            }
        }

        return started;
    }

    /// <summary>The last day of a duty whose clock stood still while whoever wrote was asked what they want, and why a person must check it.</summary>
    /// <returns>Null when no rule that is loaded lets the clock of this duty stand still.</returns>
    public (DateOnly Due, string? Doubt)? DuePaused(Obligation duty, IReadOnlyList<(DateOnly Asked, DateOnly Told)> pauses)
    {
        if (rules.Rules.FirstOrDefault(rule => rule.Id == duty.Rule) is not { Clarification: { } effect } rule)
        {
            return null;
        }

        var working = Working(rule, duty.Nation);
        var due = effect == Clarification.Restarts && pauses.Count > 0
            ? Last(rule, working, pauses[^1].Told, [])
            : Last(rule, working, duty.Start, pauses);
        return (due, Doubt(rule, working, duty.Start, due));
    }

    private bool Holds(ObligationRule rule, string kind, DateOnly day) =>
        rule.Kind == kind && rule.Nations.Contains(nation) && rule.From <= day && (rule.Until is null || day <= rule.Until);

    private Obligation Start(ObligationRule rule, DateOnly day, ICollection<string> why)
    {
        var working = Working(rule, nation);
        var due = Last(rule, working, day, []);
        if (Doubt(rule, working, day, due) is { } doubt)
        {
            why.Add(doubt);
        }

        return new Obligation(rule.Id, nation, rule.Act, day, due, rule.Source);
    }

    private WorkingDays Working(ObligationRule rule, string where) =>
        rule.Excludes == "any-uk-bank-holiday" ? WorkingDays.OfWholeKingdom(holidays) : WorkingDays.Of(holidays, where);

    private static DateOnly Last(ObligationRule rule, WorkingDays working, DateOnly from, IReadOnlyList<(DateOnly Asked, DateOnly Told)> pauses)
    {
        DateOnly[] paused = [.. pauses.SelectMany(pause => Days(pause.Asked, pause.Told)).Distinct()];
        var due = rule.Months is int months
            ? from.AddMonths(months).AddDays(paused.Length)
            : working.After(from, (rule.WorkingDays ?? 0) + paused.Count(day => day > from && working.Includes(day)));
        return rule.EndsOn == "next-working-day" ? working.OnOrAfter(due) : due;
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private static string? Doubt(ObligationRule rule, WorkingDays working, DateOnly from, DateOnly due) =>
        working.Cover(from, due) ? null : $"the bank holidays loaded do not reach {due:yyyy-MM-dd}: a person must check the last day of {rule.Id}";
}
