namespace Comms.Core.Insights.Reading;

/// <summary>Counts of one subject of one unit in each period, and the earliest messages of each by name.</summary>
internal sealed class Tally(int periods, int mostNamed)
{
    private static readonly Comparer<(DateTimeOffset At, string Id)> Earliest = Comparer<(DateTimeOffset At, string Id)>.Create(
        (one, other) => one.At != other.At ? one.At.CompareTo(other.At) : string.CompareOrdinal(one.Id, other.Id));

    private readonly SortedSet<(DateTimeOffset At, string Id)>?[] _named = new SortedSet<(DateTimeOffset At, string Id)>?[periods];

    public long[] Counts { get; } = new long[periods];

    public long Total { get; private set; }

    public void Add(int period, DateTimeOffset at, string id)
    {
        Counts[period]++;
        Total++;
        var named = _named[period] ??= new SortedSet<(DateTimeOffset At, string Id)>(Earliest);
        named.Add((at, id));
        if (named.Count > mostNamed)
        {
            named.Remove(named.Max);
        }
    }

    public string[] Named(int period) => [.. (_named[period] ?? []).Select(message => message.Id)];
}
