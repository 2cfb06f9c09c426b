using Comms.Core.Documents;
using Comms.Core.Insights.Openings;
using Comms.Core.Text;

namespace Comms.Core.Insights.Reporting;

/// <summary>Shows what became of a channel's busy start as a document: the two answers first, then the weeks.</summary>
public static class OpeningPage
{
    private const string NotShown = "not shown";

    /// <summary>The report as sentences and a table.</summary>
    /// <param name="report">What was found.</param>
    public static Document ToDocument(OpeningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Document
        {
            Title = "Since " + Wording.List([.. report.Request.Sources]) + " opened on " + Wording.Day(report.Request.Opened),
            Series = "Insights",
            Blocks =
            [
                .. Opening(report),
                .. report.Weeks.Count == 0 ? Array.Empty<Block>() : [Weeks(report)],
                new Paragraph("A range is one of 95 %. What falls after an opening may fall for other reasons too: the weeks before it are not known."),
                .. report.Request.FewestShown == 1 ? [] : new Block[]
                {
                    new Paragraph($"Counts from 1 to {report.Request.FewestShown - 1} are not shown, nor what would give them away."),
                },
            ],
        };
    }

    private static IEnumerable<Block> Opening(OpeningReport report) =>
        report.Weeks.Count > 0 && report.Weeks.All(week => week is { Complaints: 0, Others: 0 }) ? [new Callout("Nothing came by it. Is that the name of a source?")]
        : report.CanTell ? Answers(report)
        : [new Callout(TooEarly(report))];

    private static string TooEarly(OpeningReport report) =>
        $"It takes {2 * report.Request.Weeks} whole weeks to hold the latest {report.Request.Weeks} against the first {report.Request.Weeks}; {report.Weeks.Count} "
        + $"{(report.Weeks.Count == 1 ? "has" : "have")} passed.";

    private static IEnumerable<Block> Answers(OpeningReport report)
    {
        yield return new Heading("Does the busy start slow?", 2);
        yield return new Paragraph(report.Complaints is { } rate
            ? $"{In(rate.Direction, "Yes", "No, it grew", "It cannot be told yet")}: {Figure(rate.Before)} complaints a week in the first {report.Request.Weeks} weeks, "
                + $"{Figure(rate.After)} in the latest {report.Request.Weeks}; {Ratio(rate.LowestRatio)} to {Ratio(rate.HighestRatio)} of the start."
            : "Too few complaints came to be shown.");
        yield return new Heading("Do people find the right door?", 2);
        yield return new Paragraph(report.Signposted is { } signposted
            ? $"{In(signposted.Direction, "More than at first", "Fewer than at first", "No change can be told")}: {Share(signposted)} of what came by this channel had to be shown another door."
            : "Too little had to be shown another door, or too little came, to be shown.");
        if (report.Request.Doors.Count > 0)
        {
            yield return new Paragraph(report.ByTheirDoor is { } own
                ? $"{In(own.Direction, "Fewer than at first", "More than at first", "No change can be told")}: {Share(own)} of all complaints came by {Wording.List([.. report.Request.Doors])}."
                : $"How many complaints came by {Wording.List([.. report.Request.Doors])} is too small to be shown.");
        }
    }

    private static Table Weeks(OpeningReport report) => new(
        "What came by the channel",
        [new Column("Week"), new Column("Complaints", Numeric: true), new Column("Others", Numeric: true)],
        [.. report.Weeks.Select(week => new[] { InsightWords.Span(week.Span), Count(week.Complaints), Count(week.Others) })]);

    private static string Count(long? count) => count is { } told ? Wording.Number(told) : NotShown;

    private static string In(ChangeDirection direction, string less, string more, string unclear) =>
        direction == ChangeDirection.Less ? less : direction == ChangeDirection.More ? more : unclear;

    private static string Share(ShareChange change) => $"first {InsightWords.Percent(change.Before.Value)}, lately {InsightWords.Percent(change.After.Value)}";

    private static string Figure(double rate) => InsightWords.Figure(Control.ChartKind.Xmr, rate);

    private static string Ratio(double ratio) => InsightWords.Percent(ratio);
}
