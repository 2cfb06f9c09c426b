using System.Text.Json.Serialization;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Scheduling;

/// <summary>A scheduled post as it is stored, version 1; older ones have no marks and no recipients. It comes back only if its renditions still have the approved hash, or their words were erased.</summary>
internal sealed record ScheduledPostRecord(
    string ApprovedHash,
    string ApprovedBy,
    string ScheduledBy,
    PlannedTime When,
    Lateness Lateness,
    IReadOnlyList<Rendition> Renditions,
    IReadOnlyDictionary<string, string> TraitsVersions,
    PostMarks? Marks = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Recipients = null,
    bool Erased = false)
{
    private const int Version = 1;

    public static byte[] Seal(ScheduledPost post) => StoredRecord.Seal(
        ScheduledPost.Kind,
        Version,
        new ScheduledPostRecord(
            post.ApprovedHash, post.ApprovedBy, post.ScheduledBy, post.When, post.Lateness, post.Renditions, post.TraitsVersions,
            post.Marks, post.Recipients.Count > 0 ? post.Recipients : null),
        SchedulingJson.Default.ScheduledPostRecord);

    /// <summary>The record of a post that is over, without its words.</summary>
    public static byte[] WithoutWords(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, SchedulingJson.Default.ScheduledPostRecord);
        return StoredRecord.Seal(
            ScheduledPost.Kind, Version, body with { Renditions = ErasedWords.Of(body.Renditions), Recipients = Lists(body), Erased = true }, SchedulingJson.Default.ScheduledPostRecord);
    }

    /// <summary>The recipients without those who were answered.</summary>
    private static Dictionary<string, IReadOnlyList<string>>? Lists(ScheduledPostRecord body) => body.Recipients?
        .Where(list => body.Renditions.All(rendition => rendition.Account != list.Key || rendition.AnswerTo is null))
        .ToDictionary(StringComparer.Ordinal);

    public static ScheduledPost Open(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, SchedulingJson.Default.ScheduledPostRecord);
        if (!body.Erased || !ErasedWords.Are(body.Renditions))
        {
            RenditionHash.Check(record.Key, body.ApprovedHash, body.Renditions, body.TraitsVersions);
        }

        return new ScheduledPost(
            record.Key.Id, body.ApprovedHash, body.ApprovedBy, body.ScheduledBy, body.When, body.Lateness, body.Renditions, body.TraitsVersions,
            body.Marks, body.Recipients);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScheduledPostRecord))]
internal sealed partial class SchedulingJson : JsonSerializerContext;
