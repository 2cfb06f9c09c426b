using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>The duties that are overdue or soon due, the longest due first.</summary>
internal static class DutiesSection
{
    private const string Source = "the cases";

    /// <summary>The most lines; duties beyond them are counted.</summary>
    private const int Most = 5;

    public static void Write(BriefingPage page)
    {
        var (day, team) = (page.Request.Day, page.Request.Team);
        (DutyDue Duty, int Count)[] duties =
        [
            .. page.Request.Duties
                .Where(duty => (team is null || duty.Team == team) && DueSoon.Is(duty.Due, day))
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

    private static string Says(DutyDue duty, int count, DateOnly day) =>
        $"{(duty.Due <= day ? "Overdue" : "Due soon")}: {duty.Act} by {Wording.Day(duty.Due)} ({duty.Rule}), {duty.Team}: {Wording.Count(count, "case")}.";

    private static IEnumerable<string> More(int count) =>
        count > 0 ? [$"{Wording.Number(count)} more: read the case list."] : [];
}
