using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Alerts;

/// <summary>An emergency that nobody has taken yet, as it is stored, version 1: how often someone was told, and who was not reached the last time.</summary>
internal sealed record AlertRecord(int Told, IReadOnlyList<string> Unreached)
{
    public const string Kind = "alert";

    private const int Version = 1;

    public static AlertRecord First { get; } = new(0, []);

    public static RecordKey Key(string caseId) => new(Kind, caseId);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, AlertJson.Default.AlertRecord);

    public static AlertRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, AlertJson.Default.AlertRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertRecord))]
internal sealed partial class AlertJson : JsonSerializerContext;
