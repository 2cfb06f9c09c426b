using System.Runtime.CompilerServices;

namespace CommsDesk.Input;

/// <summary>Takes a stream in pieces of a bounded size; a slow pipe's last piece comes when it ends.</summary>
internal static class Chunks
{
    public static async IAsyncEnumerable<IReadOnlyList<T>> Chunked<T>(
        this IAsyncEnumerable<T> items, int size, [EnumeratorCancellation] CancellationToken cancel)
    {
        var chunk = new List<T>(size);
        await foreach (var item in items.WithCancellation(cancel))
        {
            chunk.Add(item);
            if (chunk.Count == size)
            {
                yield return chunk;
                chunk = new List<T>(size);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
