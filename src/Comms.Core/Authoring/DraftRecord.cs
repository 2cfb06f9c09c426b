using System.Text.Json.Serialization;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Authoring;

/// <summary>A draft as it is stored, version 4: version 1 knew no candour, version 2 no pair, version 3 no marks.</summary>
internal sealed record DraftRecord(
    string Author,
    DateTimeOffset WrittenAt,
    string Text,
    string Language,
    string? Campaign,
    DateTimeOffset? WantedAt,
    string? Key,
    IReadOnlyList<Rendition> Renditions,
    IReadOnlyDictionary<string, string> TraitsVersions,
    IReadOnlyList<string> Faults)
{
    private const int Version = 4;

    public bool Candour { get; set; }

    public PairedText? Pair { get; set; }

    public IReadOnlyList<string>? Marks { get; set; }

    public string? Kit { get; set; }

    public static byte[] Seal(Draft draft) => StoredRecord.Seal(
        Draft.Kind,
        Version,
        new DraftRecord(
            draft.Author, draft.WrittenAt, draft.Text, draft.Language, draft.Campaign, draft.WantedAt,
            draft.Key, draft.Renditions, draft.TraitsVersions, draft.Faults)
        {
            Candour = draft.Candour,
            Pair = draft.Pair,
            Marks = draft.Marks.Count > 0 ? draft.Marks : null,
            Kit = draft.Kit,
        },
        DraftJson.Default.DraftRecord);

    /// <summary>The record of a draft that is over, without its words.</summary>
    public static byte[] WithoutWords(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, DraftJson.Default.DraftRecord);
        var erased = body with { Text = ErasedWords.Mark, Pair = null, Renditions = ErasedWords.Of(body.Renditions), Faults = [.. body.Faults, "its words were removed at a person's request"] };
        return StoredRecord.Seal(Draft.Kind, Version, erased, DraftJson.Default.DraftRecord);
    }

    public static Draft Open(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, DraftJson.Default.DraftRecord);
        var content = new NewDraft
        {
            Text = body.Text,
            Accounts = [.. body.TraitsVersions.Keys],
            Language = body.Language,
            Campaign = body.Campaign,
            WantedAt = body.WantedAt,
            Key = body.Key,
            Candour = body.Candour,
            Pair = body.Pair,
            Marks = body.Marks ?? [],
            Kit = body.Kit,
        };
        var renditions = new DraftRenditions(body.Renditions, body.TraitsVersions, body.Faults);
        return new Draft(record.Key.Id, body.Author, body.WrittenAt, content, renditions, record.Revision);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DraftRecord))]
internal sealed partial class DraftJson : JsonSerializerContext;
