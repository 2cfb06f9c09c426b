using Comms.Core.Ledger.Stores;

namespace Comms.Core.Ledger.Memory;

/// <summary>One record in memory, with its lease. Instants are Unix milliseconds.</summary>
internal sealed class Row(RecordKey key, long position, Lane? lane)
{
    /// <summary>Not a record, but a place among them, to look from.</summary>
    public static Row Place(PageStart start) => new(default, start.Position, lane: null) { Due = start.Due };

    public RecordKey Key { get; } = key;

    public long Position { get; } = position;

    public Lane? Lane { get; } = lane;

    public long Revision { get; set; }

    public ReadOnlyMemory<byte> Content { get; set; }

    public long? Due { get; set; }

    public long Fence { get; set; }

    public long? Until { get; set; }

    public bool Removed { get; set; }

    public bool IsLeased(long now) => Until > now;

    public LedgerRecord ToRecord() => new()
    {
        Key = Key,
        Revision = Revision,
        Position = Position,
        Content = Content,
        Due = Due is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
        Lane = Lane?.Name,
    };
}
