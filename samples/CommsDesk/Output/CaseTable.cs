using System.Globalization;
using Comms.Core.Cases;

namespace CommsDesk.Output;

/// <summary>Cases as the rows of a spreadsheet.</summary>
internal static class CaseTable
{
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "team", "person", "state", "urgency", "priority", "opened", "due", "duties", "flags", "because", "messages"];

    public static IReadOnlyList<string> Cells(Case one) =>
    [
        one.Id, one.Team, one.Person ?? "", one.State.ToString().ToLowerInvariant(), one.Urgency.ToString().ToLowerInvariant(),
        one.Priority.ToString(CultureInfo.InvariantCulture), At(one.OpenedAt),
        one.Due is { } due ? CaseJson.Day(due) : "",
        string.Join("; ", one.Obligations.Select(Duty)),
        string.Join("; ", one.Flags), string.Join("; ", one.Because), string.Join("; ", one.Messages),
    ];

    public static string At(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Duty(CaseObligation duty) => duty.Due is { } due
        ? $"{duty.Duty.Act} by {CaseJson.Day(due)} ({duty.Duty.Rule}){(duty.EndedBy is null ? "" : ", done")}"
        : $"{duty.Duty.Act} ({duty.Duty.Rule}), paused";
}
