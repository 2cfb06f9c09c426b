using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Pictures;

/// <summary>A consent as it is stored, version 1; its key is the picture's hash.</summary>
internal sealed record PictureConsentRecord(string? Form, DateTimeOffset? EndsAt, string RecordedBy, DateTimeOffset RecordedAt, DateOnly? Until = null, DateTimeOffset? WithdrawnAt = null)
{
    public const string Kind = "picture-consent";

    private const int Version = 1;

    public static RecordKey Key(string sha256) => new(Kind, sha256);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, PictureConsentJson.Default.PictureConsentRecord);

    public static PictureConsentRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PictureConsentJson.Default.PictureConsentRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PictureConsentRecord))]
internal sealed partial class PictureConsentJson : JsonSerializerContext;
