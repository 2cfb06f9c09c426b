using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Comms.Core.Text;

/// <summary>Work on each of many, on all processors at once. What is done for one must not touch what is done for another.</summary>
internal static class SideBySide
{
    /// <summary>Below this many, sharing the work out costs more than it saves.</summary>
    private const int Fewest = 2048;

    /// <summary>What each gives, in their order.</summary>
    /// <param name="items">All of them.</param>
    /// <param name="give">Must not touch what is done for another. What it throws is thrown as it is.</param>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> give)
    {
        var given = new TResult[items.Count];
        Do(given.Length, (from, to) =>
        {
            for (var at = from; at < to; at++)
            {
                given[at] = give(items[at]);
            }
        });
        return given;
    }

    /// <summary>Does it part by part, for work that has something of its own to hold while it lasts.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="part">Does those from the first number up to, not including, the second. What it throws is thrown as it is.</param>
    public static void Do(int count, Action<int, int> part)
    {
        if (count < Fewest || Environment.ProcessorCount == 1)
        {
            part(0, count);
            return;
        }

        try
        {
            Parallel.ForEach(Partitioner.Create(0, count, Fewest / 2), range => part(range.Item1, range.Item2));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
