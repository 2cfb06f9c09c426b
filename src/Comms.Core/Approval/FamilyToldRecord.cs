using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>That a family was told, as it is stored, version 1.</summary>
internal sealed record FamilyToldRecord(string Who, string Whom, DateTimeOffset At, string RecordedBy)
{
    public const string Kind = "family-told";

    private const int Version = 1;

    public static RecordKey Key(string draftId) => new(Kind, draftId);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, FamilyToldJson.Default.FamilyToldRecord);

    public static FamilyToldRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, FamilyToldJson.Default.FamilyToldRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FamilyToldRecord))]
internal sealed partial class FamilyToldJson : JsonSerializerContext;
