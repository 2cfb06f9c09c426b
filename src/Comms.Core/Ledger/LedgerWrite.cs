namespace Comms.Core.Ledger;

/// <summary>One change within a <see cref="LedgerBatch"/>: create, replace or remove a record.</summary>
public sealed record LedgerWrite
{
    /// <summary>The most bytes in a record: 64 MiB. What is larger belongs in <see cref="IMediaStore"/>.</summary>
    public const int MaxContentLength = 64 << 20;

    /// <summary>Which record to change.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>The revision the writer has seen; 0 when the record must not exist yet. Anything else refuses the batch.</summary>
    public required long Expected { get; init; }

    /// <summary>
    /// The new bytes, copied when the batch commits, at most <see cref="MaxContentLength"/>; null removes the record, and
    /// its lease with it. (A null array converts to empty bytes, not to null.)
    /// </summary>
    public required ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>When the record asks to be claimed; null for never. Kept to the millisecond, rounded down, as UTC.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// The lane of a created record, 1 to <see cref="RecordKey.MaxLength"/> characters, or null. A record never changes its
    /// lane: ignored when it already exists.
    /// </summary>
    public string? Lane { get; init; }

    /// <summary>
    /// The fence of the writer's lease. When given, the batch is refused unless that lease still lives by the ledger's
    /// own clock (a record at another revision than <see cref="Expected"/> is refused as a conflict before that). When null the write is guarded by <see cref="Expected"/> alone and leaves any lease as it is.
    /// </summary>
    public long? Fence { get; init; }

    /// <summary>Ends the lease named by <see cref="Fence"/> with this write. Default: true.</summary>
    public bool Release { get; init; } = true;

    internal void Check()
    {
        Key.Check();
        ArgumentOutOfRangeException.ThrowIfNegative(Expected);
        if (Content is null && Expected == 0)
        {
            throw new ArgumentException($"The record {Key} is to be removed but must not exist.", nameof(Expected));
        }

        if (Content is { Length: > MaxContentLength })
        {
            throw new ArgumentException($"The record {Key} is longer than {MaxContentLength} bytes.", nameof(Content));
        }

        if (Lane is not null)
        {
            RecordKey.CheckName(Lane, nameof(Lane));
        }
    }
}
