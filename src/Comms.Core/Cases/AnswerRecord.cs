using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>Which case a post of ours answered, as it is stored, version 1; by it whoever writes back is found again. It tells of no person.</summary>
internal sealed record AnswerRecord(string Case)
{
    public const string Kind = "answer";

    private const int Version = 1;

    /// <param name="account">The account on which the answer stands, and by whose source it is answered.</param>
    /// <param name="itemId">The answer's id there.</param>
    public static RecordKey Key(string account, string itemId) => new(Kind, ContentId.Of(Kind, account, itemId));

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, AnswerJson.Default.AnswerRecord);

    public static AnswerRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, AnswerJson.Default.AnswerRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerRecord))]
internal sealed partial class AnswerJson : JsonSerializerContext;
