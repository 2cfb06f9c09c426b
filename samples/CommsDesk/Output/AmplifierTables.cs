using System.Globalization;
using Comms.Core.Amplifiers;

namespace CommsDesk.Output;

/// <summary>Amplifiers, and what they shared, as the rows of a spreadsheet.</summary>
internal static class AmplifierTables
{
    public static IReadOnlyList<string> Columns { get; } = ["person", "name", "team", "handles", "celebrated", "agreed", "recorded by", "withdrawn", "shares"];

    public static IReadOnlyList<string> FactColumns { get; } = ["post", "corrects", "shares", "reached"];

    public static IReadOnlyList<string> Cells(Amplifier one) =>
    [
        one.Person, one.Name, one.Team, string.Join(' ', one.Handles), one.MayBeCelebrated ? "yes" : "no", CaseTable.At(one.AgreedAt), one.RecordedBy,
        one.WithdrawnAt is { } withdrawn ? CaseTable.At(withdrawn) : "", one.Shares.Count.ToString(CultureInfo.InvariantCulture),
    ];

    public static IReadOnlyList<string> Cells(AmplifiedFact fact) =>
    [
        fact.Post, fact.Corrects ?? "", fact.Shares.ToString(CultureInfo.InvariantCulture), fact.Reached.ToString(CultureInfo.InvariantCulture),
    ];
}
