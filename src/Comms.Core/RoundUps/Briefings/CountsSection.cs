using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>The counts against the usual.</summary>
internal static class CountsSection
{
    public static void Write(BriefingPage page)
    {
        var days = page.Days;
        (string Label, IReadOnlyList<TriagedMessage> Messages, string Usual)[] rows =
        [
            ("All", days.Messages, Usual.Words(days.Usual.Of(counts => counts.Messages))),
            ("Negative", days.Negative, Usual.Words(days.Usual.Of(counts => counts.Negative))),
            ("Positive", days.Positive, Usual.Words(days.Usual.Of(counts => counts.Positive))),
        ];
        var span = days.Usual.IsKnown ? $"8 in 10 of the {Periods(page)} before" : "";
        page.Heading("Against the usual").Add(new Table(
            days.Usual.IsKnown ? "Messages, and the range of " + span : "Messages",
            [new Column("Messages"), new Column("Count", Numeric: true), new Column("Usually", Numeric: true)],
            [.. rows.Select(row => new[] { row.Label, Wording.Number(row.Messages.Count), row.Usual })]))
            .Given(span, "the counts of those periods");
        foreach (var (label, messages, usual) in rows)
        {
            page.Counting($"{label} {Wording.Number(messages.Count)}", messages).Given(usual, "the counts of the periods before");
        }
    }

    private static string Periods(BriefingPage page) => page.Request.Days == 1
        ? Wording.Count(page.Days.Usual.Periods, "day")
        : $"{Wording.Number(page.Days.Usual.Periods)} periods of {Wording.Number(page.Request.Days)} days";
}
