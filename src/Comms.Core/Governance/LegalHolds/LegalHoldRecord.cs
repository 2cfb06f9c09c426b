using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.LegalHolds;

/// <summary>A legal hold as it is stored, version 1; its key is its name.</summary>
internal sealed record LegalHoldRecord(
    string Reason,
    string Owner,
    DateOnly ReviewOn,
    IReadOnlyList<string> Messages,
    IReadOnlyList<string> Writers,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string PlacedBy,
    DateTimeOffset PlacedAt,
    DateTimeOffset? ReleasedAt = null)
{
    public const string Kind = "legal-hold";

    private const int Version = 1;

    public static RecordKey Key(string name) => new(Kind, name);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, LegalHoldJson.Default.LegalHoldRecord);

    public static LegalHoldRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, LegalHoldJson.Default.LegalHoldRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LegalHoldRecord))]
internal sealed partial class LegalHoldJson : JsonSerializerContext;
