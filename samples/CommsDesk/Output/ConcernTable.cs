using System.Globalization;
using Comms.Core.Cases.Concerns;

namespace CommsDesk.Output;

/// <summary>The concerns as the rows of a spreadsheet.</summary>
internal static class ConcernTable
{
    public static IReadOnlyList<string> Columns { get; } = ["concern", "said", "to", "passed", "by", "cases", "did", "decided by", "decided", "posts"];

    public static IReadOnlyList<string> Cells(Concern one) =>
    [
        one.Id, one.Said, one.To, CaseTable.At(one.PassedAt), one.PassedBy, one.Cases.Count.ToString(CultureInfo.InvariantCulture),
        one.Outcome?.Did ?? "", one.Outcome?.By ?? "", one.Outcome is { } outcome ? CaseTable.At(outcome.At) : "", string.Join(' ', one.Posts),
    ];
}
