namespace Comms.Core.Ledger;

/// <summary>One record as the ledger holds it. The ledger never looks inside <see cref="Content"/>.</summary>
public sealed record LedgerRecord
{
    /// <summary>Which record this is.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>1 when created, one more at each change.</summary>
    public required long Revision { get; init; }

    /// <summary>
    /// The place in the order of creation: greater than that of every record committed before, and kept for the
    /// record's life. Places are not consecutive.
    /// </summary>
    public required long Position { get; init; }

    /// <summary>The opaque bytes. Treat them as read-only.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>When the record asks to be claimed; null when it waits for nothing.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Records of one kind and lane are claimed by one holder at a time, in order; null for no such order.</summary>
    public string? Lane { get; init; }
}
