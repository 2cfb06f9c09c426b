namespace Comms.Core.Planning;

/// <summary>What became of a post between two check-ins.</summary>
public enum ChangeKind
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It was there, and is no more or was let go.</summary>
    Dropped,

    /// <summary>It has another time.</summary>
    Moved,

    /// <summary>It has come further, or has been stopped.</summary>
    Stepped,

    /// <summary>Its accounts changed.</summary>
    Readdressed,
}

/// <summary>A change of one post.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Before">The post as it was; null when it was not there.</param>
/// <param name="After">The post as it is; null when it is no more.</param>
public sealed record PlanChange(ChangeKind Kind, PlannedItem? Before, PlannedItem? After)
{
    /// <summary>The post, as it is or else as it was.</summary>
    public PlannedItem Item => After ?? Before!;

    /// <summary>Compares two sets of posts: each change of each post once, in order of their time.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="after">As it is.</param>
    public static IReadOnlyList<PlanChange> Between(IEnumerable<PlannedItem> before, IEnumerable<PlannedItem> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var was = before.Where(item => item.Stands).ToDictionary(item => item.Id, StringComparer.Ordinal);
        var now = after.Where(item => item.Stands).ToDictionary(item => item.Id, StringComparer.Ordinal);
        return
        [
            .. was.Keys.Union(now.Keys, StringComparer.Ordinal)
                .SelectMany(id => Of(was.GetValueOrDefault(id), now.GetValueOrDefault(id)))
                .OrderBy(change => change.Item.At).ThenBy(change => change.Item.Id, StringComparer.Ordinal).ThenBy(change => change.Kind),
        ];
    }

    private static IEnumerable<PlanChange> Of(PlannedItem? before, PlannedItem? after)
    {
        if (before is null || after is null)
        {
            yield return new PlanChange(before is null ? ChangeKind.Added : ChangeKind.Dropped, before, after);
            yield break;
        }

        if (before.At != after.At)
        {
            yield return new PlanChange(ChangeKind.Moved, before, after);
        }

        if (before.Step != after.Step)
        {
            yield return new PlanChange(ChangeKind.Stepped, before, after);
        }

        if (!before.Accounts.Order(StringComparer.Ordinal).SequenceEqual(after.Accounts.Order(StringComparer.Ordinal)))
        {
            yield return new PlanChange(ChangeKind.Readdressed, before, after);
        }
    }
}
