namespace Comms.Core.Ledger.Memory;

/// <summary>Merges rows outside lanes with the heads of free lanes; a lane offers its next row once its head is taken.</summary>
internal sealed class ClaimMerge(long dueBy)
{
    private readonly PriorityQueue<(Row Row, IEnumerator<Row>? Followers), Row> _next = new(ClaimOrder.OfRows);

    public void Offer(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            _next.Enqueue((row, null), row);
        }
    }

    public void Offer(IEnumerable<Lane> lanes)
    {
        foreach (var lane in lanes)
        {
            OfferNext(lane.Waiting.GetEnumerator());
        }
    }

    public List<Row> Take(int limit)
    {
        var taken = new List<Row>();
        while (taken.Count < limit && _next.TryDequeue(out var next, out _))
        {
            taken.Add(next.Row);
            if (next.Followers is { } followers)
            {
                OfferNext(followers);
            }
        }

        return taken;
    }

    private void OfferNext(IEnumerator<Row> followers)
    {
        if (followers.MoveNext() && followers.Current.Due <= dueBy)
        {
            _next.Enqueue((followers.Current, followers), followers.Current);
        }
    }
}
