using System.Text.Json.Serialization;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>A case as it is stored, version 1.</summary>
internal sealed record CaseRecord(
    IReadOnlyList<string> Messages,
    string Team,
    IReadOnlyList<string> AlsoTold,
    CaseState State,
    DateTimeOffset OpenedAt,
    Urgency Urgency,
    int Priority,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Because,
    IReadOnlyList<Obligation> Obligations)
{
    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Case.Kind, Version, this, CaseJson.Default.CaseRecord);

    public static CaseRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, CaseJson.Default.CaseRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseRecord))]
internal sealed partial class CaseJson : JsonSerializerContext;
