using Comms.Core.Ledger;

namespace Comms.Core.Testing.Ledgers.Model;

/// <summary>A record as the model has it.</summary>
internal sealed class ModelRecord
{
    public required RecordKey Key { get; init; }

    public required string? Lane { get; init; }

    public long Revision { get; set; }

    public string Content { get; set; } = "";

    public DateTimeOffset? Due { get; set; }

    public long Fence { get; set; }

    public DateTimeOffset Until { get; set; }

    public override string ToString() => $"{Key} r{Revision} due {Due:O} lane {Lane} '{Content}'";
}
