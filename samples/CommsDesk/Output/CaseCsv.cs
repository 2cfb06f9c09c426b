using System.Globalization;
using Comms.Core.Cases;
using CsvHelper;

namespace CommsDesk.Output;

/// <summary>Writes cases as CSV for a spreadsheet. A cell that a spreadsheet would take for a formula is escaped.</summary>
internal static class CaseCsv
{
    private static readonly CsvWriterOptions Escaped = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    private static readonly string[] Columns =
        ["id", "team", "person", "state", "urgency", "priority", "opened", "due", "duties", "flags", "because", "messages"];

    public static async Task WriteAsync(Stream output, IEnumerable<Case> cases, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(output, Escaped, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, cancel);
        foreach (var one in cases)
        {
            await csv.WriteRecordAsync(Cells(one), cancel);
        }
    }

    private static string[] Cells(Case one) =>
    [
        one.Id, one.Team, one.Person ?? "", one.State.ToString().ToLowerInvariant(), one.Urgency.ToString().ToLowerInvariant(),
        one.Priority.ToString(CultureInfo.InvariantCulture), one.OpenedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        one.Due is { } due ? CaseJson.Day(due) : "",
        string.Join("; ", one.Obligations.Select(duty => $"{duty.Duty.Act} by {CaseJson.Day(duty.Duty.Due)} ({duty.Duty.Rule}){(duty.EndedBy is null ? "" : ", done")}")),
        string.Join("; ", one.Flags), string.Join("; ", one.Because), string.Join("; ", one.Messages),
    ];
}
