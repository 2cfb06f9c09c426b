namespace Comms.Core.Ledger.Memory;

/// <summary>The audit chain in memory.</summary>
internal sealed class Chain
{
    private readonly List<ChainLink> _links = [];

    public void Append(ChainEntry entry)
    {
        var sequence = _links.Count + 1L;
        var commitment = entry.Commit();
        var before = _links.Count == 0 ? new byte[32] : _links[^1].Hash.Span;
        _links.Add(new ChainLink
        {
            Sequence = sequence,
            Commitment = commitment,
            Hash = ChainLink.Next(before, sequence, commitment),
            Salt = entry.Salt.ToArray(),
            Payload = entry.Payload.ToArray(),
        });
    }

    public void Erase(long sequence)
    {
        if (sequence <= _links.Count)
        {
            var index = (int)sequence - 1;
            _links[index] = _links[index] with { Salt = null, Payload = null };
        }
    }

    public List<ChainLink> Page(long after, int size) =>
        after >= _links.Count ? [] : _links.GetRange((int)after, Math.Min(size, _links.Count - (int)after));
}
