namespace Comms.Core.Publishing;

/// <summary>Posts that went until an instant, since the one before it.</summary>
internal sealed record Spent(DateTimeOffset Until, int Posts);

/// <summary>
/// What an account has used of its quota: counts of a sixtieth of the span each, so that the record stays small however many
/// posts there are. A count leaves only when all of it is older than the span: the quota is never overrun. Pure.
/// </summary>
internal static class Spending
{
    private const int Parts = 60;

    /// <summary>When one more may go; null when it may go now.</summary>
    public static DateTimeOffset? Next(IReadOnlyList<Spent> spent, Quota quota, bool crisis, DateTimeOffset now)
    {
        var allowed = crisis ? quota.Posts : quota.Posts - quota.Reserve;
        var used = spent.Sum(part => part.Until + quota.Per > now ? part.Posts : 0);
        DateTimeOffset? next = null;
        foreach (var part in spent.Where(part => part.Until + quota.Per > now).TakeWhile(_ => used >= allowed))
        {
            used -= part.Posts;
            next = part.Until + quota.Per;
        }

        return next;
    }

    /// <summary>With one more that goes now, and without what counts no longer; in the order of time.</summary>
    public static IReadOnlyList<Spent> With(IReadOnlyList<Spent> spent, Quota quota, DateTimeOffset now)
    {
        var counting = spent.Where(part => part.Until + quota.Per > now).ToList();
        if (counting is [.., var last] && last.Until > now)
        {
            counting[^1] = last with { Posts = last.Posts + 1 };
        }
        else
        {
            counting.Add(new Spent(now + (quota.Per / Parts), 1));
        }

        return counting;
    }
}
