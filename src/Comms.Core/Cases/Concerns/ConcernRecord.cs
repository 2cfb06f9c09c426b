using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Concerns;

/// <summary>A concern as it is stored, version 1. It holds no message's words.</summary>
internal sealed record ConcernRecord(string Said, string To, string PassedBy, DateTimeOffset PassedAt, IReadOnlyList<string> Cases)
{
    public const string Kind = "concern";

    private const int Version = 1;

    public ConcernOutcome? Outcome { get; set; }

    public IReadOnlyList<string> Posts { get; set; } = [];

    public static RecordKey Key(string id) => new(Kind, id);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ConcernJson.Default.ConcernRecord);

    public LedgerWrite Over(LedgerRecord before) => new() { Key = before.Key, Expected = before.Revision, Content = Seal() };

    public static ConcernRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, ConcernJson.Default.ConcernRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConcernRecord))]
internal sealed partial class ConcernJson : JsonSerializerContext;
