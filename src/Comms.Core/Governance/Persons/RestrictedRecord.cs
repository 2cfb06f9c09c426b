using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>What must be kept of a message that is gone, as it is stored, version 1. Shown to the person it is of, and to who sees to what is kept.</summary>
internal sealed record RestrictedRecord(TracedMessage Message, KeptItem Because)
{
    public const string Kind = "restricted";

    private const int Version = 1;

    public static RecordKey Key(string messageId) => new(Kind, messageId);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, PersonRecordJson.Default.RestrictedRecord);

    public static RestrictedRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PersonRecordJson.Default.RestrictedRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RestrictedRecord))]
[JsonSerializable(typeof(SuppressionKeyRecord))]
[JsonSerializable(typeof(SuppressedRecord))]
internal sealed partial class PersonRecordJson : JsonSerializerContext;
