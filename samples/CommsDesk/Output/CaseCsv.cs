using System.Globalization;
using Comms.Core.Cases;

namespace CommsDesk.Output;

/// <summary>Writes cases as CSV for a spreadsheet.</summary>
internal static class CaseCsv
{
    private static readonly string[] Columns =
        ["id", "team", "person", "state", "urgency", "priority", "opened", "due", "duties", "flags", "because", "messages"];

    public static Task WriteAsync(Stream output, IEnumerable<Case> cases, CancellationToken cancel) =>
        SafeCsv.WriteAsync(output, Columns, cases.Select(Cells), cancel);

    private static string[] Cells(Case one) =>
    [
        one.Id, one.Team, one.Person ?? "", one.State.ToString().ToLowerInvariant(), one.Urgency.ToString().ToLowerInvariant(),
        one.Priority.ToString(CultureInfo.InvariantCulture), one.OpenedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        one.Due is { } due ? CaseJson.Day(due) : "",
        string.Join("; ", one.Obligations.Select(Duty)),
        string.Join("; ", one.Flags), string.Join("; ", one.Because), string.Join("; ", one.Messages),
    ];

    private static string Duty(CaseObligation duty) => duty.Due is { } due
        ? $"{duty.Duty.Act} by {CaseJson.Day(due)} ({duty.Duty.Rule}){(duty.EndedBy is null ? "" : ", done")}"
        : $"{duty.Duty.Act} ({duty.Duty.Rule}), paused";
}
