using System.Globalization;
using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Planning;

/// <summary>What a check-in showed, as it is stored, version 1.</summary>
internal sealed record CheckInRecord(DateOnly Monday, IReadOnlyList<PlannedItem> Items)
{
    public const string Kind = "check-in";

    private const int Version = 1;

    public static RecordKey Key(DateOnly monday) => new(Kind, monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, CheckInJson.Default.CheckInRecord);

    public static CheckInRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, CheckInJson.Default.CheckInRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckInRecord))]
internal sealed partial class CheckInJson : JsonSerializerContext;
