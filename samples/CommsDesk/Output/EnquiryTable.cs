using Comms.Core.Cases;

namespace CommsDesk.Output;

/// <summary>The media log as the rows of a spreadsheet.</summary>
internal static class EnquiryTable
{
    public static IReadOnlyList<string> Columns { get; } =
        ["case", "opened", "outlet", "reporter", "deadline", "line", "spokesperson", "printed", "team", "state"];

    public static IReadOnlyList<string> Cells(Case one, MediaEnquiry enquiry) =>
    [
        one.Id, CaseTable.At(one.OpenedAt), enquiry.Outlet ?? "", enquiry.Reporter ?? "", enquiry.Deadline is { } deadline ? CaseTable.At(deadline) : "",
        enquiry.Line ?? "", enquiry.Spokesperson ?? "", enquiry.Printed ?? "", one.Team, one.State.ToString().ToLowerInvariant(),
    ];
}
