using System.Text.Json.Serialization;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>An approved post as it is stored, version 2: version 1 knew one approver. It comes back only if its renditions still have the approved hash, or their words were erased.</summary>
internal sealed record ApprovedPostRecord(
    string Author,
    string ApprovedBy,
    DateTimeOffset ApprovedAt,
    string Language,
    IReadOnlyList<Rendition> Renditions,
    IReadOnlyDictionary<string, string> TraitsVersions,
    string Hash,
    bool Erased = false)
{
    private const int Version = 2;

    /// <summary>Everyone who approved it; null for the one of <see cref="ApprovedBy"/>.</summary>
    public IReadOnlyList<string>? Approvers { get; set; }

    public static byte[] Seal(ApprovedPost post) => StoredRecord.Seal(
        ApprovedPost.Kind,
        Version,
        new ApprovedPostRecord(
            post.Author, post.ApprovedBy, post.ApprovedAt, post.Language, post.Renditions, post.TraitsVersions, post.Hash)
        {
            Approvers = post.Approvers.Count > 1 ? post.Approvers : null,
        },
        ApprovalJson.Default.ApprovedPostRecord);

    public static ApprovedPost Open(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, ApprovalJson.Default.ApprovedPostRecord);
        var erased = body.Erased && ErasedWords.Are(body.Renditions);
        if (!erased)
        {
            RenditionHash.Check(record.Key, body.Hash, body.Renditions, body.TraitsVersions);
        }

        return new ApprovedPost(
            record.Key.Id, body.Author, body.ApprovedBy, body.ApprovedAt, body.Language, body.Renditions, body.TraitsVersions, erased ? body.Hash : null, body.Approvers);
    }

    /// <summary>The record of a post that is over, without its words; the hash says what was approved.</summary>
    public static byte[] WithoutWords(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, ApprovalJson.Default.ApprovedPostRecord);
        return StoredRecord.Seal(
            ApprovedPost.Kind, Version, body with { Renditions = ErasedWords.Of(body.Renditions), Erased = true }, ApprovalJson.Default.ApprovedPostRecord);
    }
}

/// <summary>A rejection as it is stored, version 1.</summary>
internal sealed record RejectionRecord(string RejectedBy, DateTimeOffset RejectedAt, string Reason)
{
    public const string Kind = "rejection";
    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ApprovalJson.Default.RejectionRecord);

    public static RejectionRecord Open(LedgerRecord record) =>
        StoredRecord.Open(record, Version, ApprovalJson.Default.RejectionRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApprovedPostRecord))]
[JsonSerializable(typeof(RejectionRecord))]
internal sealed partial class ApprovalJson : JsonSerializerContext;
