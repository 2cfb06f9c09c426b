using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Planning;

/// <summary>Puts a check-in into words.</summary>
internal static class CheckInPage
{
    public static Document Compose(CheckIn week) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"What is planned, {week.Monday:d MMMM} to {week.Monday.AddDays(6):d MMMM yyyy}"),
        Series = "Check-in",
        Blocks =
        [
            Figures(week),
            .. Section("To decide or mend", [.. week.Findings.Select(finding => finding.Message)]),
            .. Calendar(week),
            .. Changes(week),
            .. Section("Series", [.. week.Progress.Select(Progress)]),
            .. week.Load is { } load ? Section("The people", Load(load)) : [],
        ],
    };

    private static FigureRow Figures(CheckIn week) => new(
    [
        new Figure("Posts this week", Number(week.Items.Count)),
        new Figure("Not yet approved", Number(week.Items.Count(item => item.Step == PlanStep.Drafted))),
        new Figure("Waiting for a person", Number(week.Items.Count(item => item.Step == PlanStep.Waiting))),
        new Figure("Out already", Number(week.Items.Count(item => item.Step == PlanStep.Published))),
    ]);

    private static IEnumerable<Block> Calendar(CheckIn week) => week.Items.Count == 0
        ? [new Heading("Day by day"), new Paragraph("Nothing is planned.")]
        :
        [
            new Heading("Day by day"),
            new Table(
                "Posts of the week, in the team's own time",
                [new Column("When"), new Column("What"), new Column("Where"), new Column("Stands")],
                [.. week.Items.Select(item => new[] { When(item.At, week.Zone), item.Title, string.Join(", ", item.Accounts), Step(item.Step) })]),
        ];

    private static Block[] Changes(CheckIn week) => week.Changes switch
    {
        null => [new Heading("Since the last check-in"), new Paragraph("This is the first check-in; the next will say what changed.")],
        { Count: 0 } => [new Heading("Since the last check-in"), new Paragraph("Nothing changed.")],
        var changes => Section("Since the last check-in", [.. changes.Select(change => Change(change, week.Zone))]),
    };

    private static string Change(PlanChange change, string zone) => change.Kind switch
    {
        ChangeKind.Added => $"new: “{change.Item.Title}”, {When(change.Item.At, zone)}",
        ChangeKind.Dropped => $"gone: “{change.Item.Title}”",
        ChangeKind.Moved => $"moved: “{change.Item.Title}”, from {When(change.Before!.At, zone)} to {When(change.After!.At, zone)}",
        ChangeKind.Stepped => $"“{change.Item.Title}” is now {Step(change.After!.Step)}; it was {Step(change.Before!.Step)}",
        _ => $"“{change.Item.Title}” now goes to {string.Join(", ", change.After!.Accounts)}",
    };

    private static string Progress(SeriesProgress series) => series.ProjectedEnd is { } end
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{series.Series}: {series}; at {series.PerWeek:F1} a week it ends about {end:MMMM yyyy} (between {series.EarliestEnd:MMMM yyyy} and {series.LatestEnd:MMMM yyyy}); next: {series.Next}")
        : $"{series.Series}: {series}{(series.Next is { } next ? "; next: " + next : "")}";

    private static string[] Load(Workload load) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"The plan takes {load.NeededMinutes:F0} of {load.AvailableMinutes:F0} minutes: {string.Join(", ", load.Lines.Where(line => line.Minutes > 0).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.What} {line.Minutes:F0}")))}."),
        load.Sustains is { } stage
            ? $"Beside the posts there is time for the stage “{stage}” of conversation (a scale of ours)."
            : "Beside the posts there is no time to look for answers even once a day.",
    ];

    private static Block[] Section(string heading, string[] lines) =>
        lines.Length == 0 ? [] : [new Heading(heading), new ListBlock([.. lines.Select(InlineText.FromString)])];

    private static string Step(PlanStep step) => step switch
    {
        PlanStep.Drafted => "not approved",
        PlanStep.Approved => "approved, without a time",
        PlanStep.Scheduled => "ready",
        PlanStep.Published => "out",
        PlanStep.Waiting => "waiting for a person",
        _ => "let go",
    };

    private static string When(DateTimeOffset at, string zone) => Wording.Moment(Zones.ToLocal(at, zone));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
