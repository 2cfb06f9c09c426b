namespace Comms.Core.Ledger.Stores;

/// <summary>What a write is judged by. The default is that of a record that does not exist. Compiled into each ledger.</summary>
internal readonly record struct RecordState(long Position, long Revision, long Fence, long? Until);
