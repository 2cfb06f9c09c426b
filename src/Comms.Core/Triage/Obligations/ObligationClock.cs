using Comms.Core.Calendars;

namespace Comms.Core.Triage.Obligations;

/// <summary>
/// Starts the clocks of the duties that a message brings. Where no rule is loaded for the nation and day it says so: a
/// neighbour's rule is never used.
/// </summary>
internal sealed class ObligationClock(ObligationRules rules, BankHolidays holidays, string nation, string zone)
{
    /// <summary>Kinds of message that some nation's law gives a clock.</summary>
    private readonly HashSet<string> _clocked = [.. rules.Rules.Select(rule => rule.Kind)];

    public IReadOnlyList<Obligation> Start(IEnumerable<string> kinds, DateTimeOffset at, ICollection<string> why)
    {
        var day = DateOnly.FromDateTime(Zones.ToLocal(at, zone).DateTime);
        var started = new List<Obligation>();
        foreach (var kind in kinds.Where(_clocked.Contains))
        {
            var before = started.Count;
            started.AddRange(rules.Rules.Where(rule => Holds(rule, kind, day)).Select(rule => Start(rule, day, why)));
            if (started.Count == before)
            {
                why.Add($"no verified rule is loaded for a message of kind '{kind}' in {nation} on {day:yyyy-MM-dd}: a person must find the duty");
            }
        }

        return started;
    }

    private bool Holds(ObligationRule rule, string kind, DateOnly day) =>
        rule.Kind == kind && rule.Nations.Contains(nation) && rule.From <= day && (rule.Until is null || day <= rule.Until);

    private Obligation Start(ObligationRule rule, DateOnly day, ICollection<string> why)
    {
        var working = rule.Excludes == "any-uk-bank-holiday" ? WorkingDays.OfWholeKingdom(holidays) : WorkingDays.Of(holidays, nation);
        var due = rule.Months is int months ? day.AddMonths(months) : working.After(day, rule.WorkingDays ?? 0);
        due = rule.EndsOn == "next-working-day" ? working.OnOrAfter(due) : due;
        if (!working.Cover(day, due))
        {
            why.Add($"the bank holidays loaded do not reach {due:yyyy-MM-dd}: a person must check the last day of {rule.Id}");
        }

        return new Obligation(rule.Id, nation, rule.Act, day, due, rule.Source);
    }
}
