namespace Comms.Core.Ledger.Memory;

/// <summary>The order in which due records are claimed: earliest due first, then in order of creation.</summary>
internal static class ClaimOrder
{
    public static IComparer<Row> OfRows { get; } = Comparer<Row>.Create(Compare);

    public static IComparer<Lane> OfLanes { get; } = Comparer<Lane>.Create((one, other) => Compare(one.Head!, other.Head!));

    private static int Compare(Row one, Row other)
    {
        var byDue = Nullable.Compare(one.Due, other.Due);
        return byDue != 0 ? byDue : one.Position.CompareTo(other.Position);
    }
}
