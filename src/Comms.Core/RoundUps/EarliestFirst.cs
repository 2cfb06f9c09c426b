using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>The order of an edition's messages: by when they were written, those of the same instant by id.</summary>
internal static class EarliestFirst
{
    private static readonly Comparer<TriagedMessage> ById = Comparer<TriagedMessage>.Create((one, other) => string.CompareOrdinal(one.MessageId, other.MessageId));

    /// <summary>Each message once, by its id; of two with the same id the earlier.</summary>
    public static IReadOnlyList<TriagedMessage> Once(IEnumerable<TriagedMessage> messages)
    {
        TriagedMessage[] sorted = [.. messages];
        var instants = Array.ConvertAll(sorted, message => message.At.UtcTicks);
        Array.Sort(instants, sorted);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && instants[end] == instants[start]; end++)
            {
            }

            Array.Sort(sorted, start, end - start, ById);
        }

        var seen = new HashSet<string>(sorted.Length, StringComparer.Ordinal);
        return Array.FindAll(sorted, message => seen.Add(message.MessageId));
    }
}
