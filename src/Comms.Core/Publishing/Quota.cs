namespace Comms.Core.Publishing;

/// <summary>
/// How many posts an account may send in a span, and how many of those are kept for a crisis: ordinary posts wait before the
/// platform must refuse them, and a holding statement never finds the day's posts used up. It is kept in the ledger, and so
/// holds across hosts.
/// </summary>
public sealed record Quota
{
    /// <summary>How many posts may go in the span, as the platform counts: one to each recipient is one each. From 1 to 1,000,000.</summary>
    public required int Posts { get; init; }

    /// <summary>The span, at any time the last one. From a minute to 31 days. A post counts up to a sixtieth longer.</summary>
    public required TimeSpan Per { get; init; }

    /// <summary>How many of the posts only crisis posts may use. From 0 to one less than <see cref="Posts"/>. Default: 0.</summary>
    public int Reserve { get; init; }

    internal IEnumerable<string> Faults(string account)
    {
        if (Posts is < 1 or > 1_000_000 || Reserve < 0 || Reserve >= Posts)
        {
            yield return $"Publishing.Quotas of '{account}': posts lie from 1 to 1,000,000, and the reserve from 0 to one less";
        }

        if (Per < TimeSpan.FromMinutes(1) || Per > TimeSpan.FromDays(31))
        {
            yield return $"Publishing.Quotas of '{account}': the span lies from a minute to 31 days";
        }
    }
}
