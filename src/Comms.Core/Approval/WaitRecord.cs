using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>A draft that waits for its decision, as it is stored, version 1: due when colleagues are to be told of it.</summary>
internal sealed record WaitRecord(string Author, DateTimeOffset Since)
{
    public const string Kind = "approval-wait";

    private const int Version = 1;

    public static RecordKey Key(string draftId) => new(Kind, draftId);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, WaitJson.Default.WaitRecord);

    public static WaitRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, WaitJson.Default.WaitRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WaitRecord))]
internal sealed partial class WaitJson : JsonSerializerContext;
