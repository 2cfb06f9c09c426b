using Comms.Core.Documents;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>The duties that are overdue or soon due, the longest due first.</summary>
internal static class DutiesSection
{
    private const string Source = "the cases";

    /// <summary>A duty is soon due in the week before its last day.</summary>
    private const int SoonDays = 7;

    /// <summary>The most that are named; the others are counted.</summary>
    private const int Most = 5;

    public static void Write(BriefingPage page)
    {
        var (day, team) = (page.Request.Day, page.Request.Team);
        DutyDue[] duties =
        [
            .. page.Request.Duties
                .Where(duty => (team is null || duty.Team == team) && duty.Due.DayNumber - day.DayNumber <= SoonDays)
                .OrderBy(duty => duty.Due).ThenBy(duty => duty.Rule, StringComparer.Ordinal).ThenBy(duty => duty.Team, StringComparer.Ordinal),
        ];
        if (duties.Length == 0)
        {
            return;
        }

        string[] items = [.. duties.Take(Most).Select(duty => Says(duty, day)), .. More(duties.Length - Most)];
        page.Heading("Duties").Add(new ListBlock([.. items.Select(InlineText.FromString)]));
        foreach (var item in items)
        {
            page.Given(item, Source);
        }
    }

    private static string Says(DutyDue duty, DateOnly day) =>
        $"{(duty.Due <= day ? "Overdue" : "Due soon")}: {duty.Act} by {Wording.Day(duty.Due)} ({duty.Rule}), {duty.Team}.";

    private static IEnumerable<string> More(int count) =>
        count > 0 ? [$"{Wording.Number(count)} more: read the case list."] : [];
}
