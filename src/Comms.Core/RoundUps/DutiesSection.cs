using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>The duties that are overdue or soon due, the longest due first.</summary>
internal static class DutiesSection
{
    private const string Source = "the cases";

    /// <summary>The most lines; duties beyond them are counted.</summary>
    private const int Most = 5;

    /// <param name="page">Where they are told.</param>
    /// <param name="all">The duties that are open.</param>
    /// <param name="team">Only those of this team; null for all.</param>
    /// <param name="day">The last day that is over: a duty whose last day it was is overdue.</param>
    public static void Write(EditionPage page, IReadOnlyList<DutyDue> all, string? team, DateOnly day)
    {
        (DutyDue Duty, int Count)[] duties =
        [
            .. Pressing(all, team, day)
                .CountBy(duty => duty).Select(alike => (alike.Key, alike.Value))
                .OrderBy(alike => alike.Key.Due).ThenBy(alike => alike.Key.Rule, StringComparer.Ordinal).ThenBy(alike => alike.Key.Team, StringComparer.Ordinal),
        ];
        if (duties.Length == 0)
        {
            return;
        }

        string[] items = [.. duties.Take(Most).Select(alike => Says(alike.Duty, alike.Count, day)), .. More(duties.Skip(Most).Sum(alike => alike.Count))];
        page.Heading("Duties").Add(new ListBlock([.. items.Select(InlineText.FromString)]));
        foreach (var item in items)
        {
            page.Given(item, Source);
        }
    }

    public static IEnumerable<DutyDue> Pressing(IReadOnlyList<DutyDue> all, string? team, DateOnly day) =>
        all.Where(duty => (team is null || duty.Team == team) && DueSoon.Is(duty.Due, day));

    private static string Says(DutyDue duty, int count, DateOnly day) =>
        $"{(duty.Due <= day ? "Overdue" : "Due soon")}: {duty.Act} by {Wording.Day(duty.Due)} ({duty.Rule}), {duty.Team}: {Wording.Count(count, "case")}.";

    private static IEnumerable<string> More(int count) =>
        count > 0 ? [$"{Wording.Number(count)} more: read the case list."] : [];
}
