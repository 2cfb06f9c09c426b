using System.Runtime.CompilerServices;

namespace Comms.Core.Ledger.Stores;

/// <summary>Reads in pages: memory stays constant, and no lock or connection is held while the caller looks at one. Compiled into each ledger.</summary>
internal static class Pages
{
    /// <param name="query">What the caller asks for.</param>
    /// <param name="size">The most records in a page.</param>
    /// <param name="read">Reads the records after another, so many at most.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="ArgumentException">No ledger can answer the query; thrown at once.</exception>
    public static IAsyncEnumerable<LedgerRecord> OfRecords(
        RecordQuery query, int size, Func<PageStart, int, CancellationToken, ValueTask<List<LedgerRecord>>> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check();
        return ReadAsync(PageStart.Of(query), query.Limit ?? long.MaxValue, size, read, PageStart.After, cancel);
    }

    /// <param name="after">The sequence after which the caller wants the links; 0 or more.</param>
    /// <param name="size">The most links in a page.</param>
    /// <param name="read">Reads the links after a sequence, so many at most.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is negative; thrown at once.</exception>
    public static IAsyncEnumerable<ChainLink> OfLinks(
        long after, int size, Func<long, int, CancellationToken, ValueTask<List<ChainLink>>> read, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return ReadAsync(after, long.MaxValue, size, read, link => link.Sequence, cancel);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T, TPlace>(
        TPlace after, long left, int most, Func<TPlace, int, CancellationToken, ValueTask<List<T>>> read, Func<T, TPlace> placeOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (left > 0)
        {
            var size = (int)Math.Min(left, most);
            var page = await read(after, size, cancel).ConfigureAwait(false);
            foreach (var one in page)
            {
                yield return one;
            }

            if (page.Count < size)
            {
                yield break;
            }

            (after, left) = (placeOf(page[^1]), left - size);
        }
    }
}
