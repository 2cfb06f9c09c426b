using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Replies;

/// <summary>A reply that is under way, as it is stored, version 2: which case its post answers; version 1 told no outcomes. Removed once the case knows what became of it.</summary>
internal sealed record ReplyRecord(string Case, string Message, string Account, string By)
{
    public const string Kind = "reply";

    private const int Version = 2;

    /// <summary>Whether it tells what came of a concern, which is no answer that a duty asks for.</summary>
    public bool Tells { get; set; }

    public static RecordKey Key(string post) => new(Kind, post);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ReplyJson.Default.ReplyRecord);

    public static ReplyRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, ReplyJson.Default.ReplyRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplyRecord))]
internal sealed partial class ReplyJson : JsonSerializerContext;
