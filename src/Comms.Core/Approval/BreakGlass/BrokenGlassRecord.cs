using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.BreakGlass;

/// <summary>A broken glass as it is stored, version 1. It is due until it is reviewed: colleagues are told, and told again.</summary>
internal sealed record BrokenGlassRecord(string Author, string By, DateTimeOffset At, string Reason)
{
    public const string Kind = "broken-glass";

    private const int Version = 1;

    public string? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public string? Finding { get; set; }

    public static RecordKey Key(string draftId) => new(Kind, draftId);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, BrokenGlassJson.Default.BrokenGlassRecord);

    public static BrokenGlassRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, BrokenGlassJson.Default.BrokenGlassRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BrokenGlassRecord))]
internal sealed partial class BrokenGlassJson : JsonSerializerContext;
