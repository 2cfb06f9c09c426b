using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Triage.Corrections;

/// <summary>
/// A correction as it is stored, version 1. It counts for the edition of the words that the person saw; beside it are the
/// ids of messages without the label, against which the words of this one stand out.
/// </summary>
internal sealed record CorrectionRecord(
    string MessageId,
    int Edition,
    Heading Heading,
    string Label,
    bool Holds,
    string? Was,
    IReadOnlyList<string> Beside,
    string By,
    DateTimeOffset At)
{
    private const int Version = 1;

    public string? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public byte[] Seal() => StoredRecord.Seal(Correction.RecordKind, Version, this, CorrectionJson.Default.CorrectionRecord);

    public static CorrectionRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, CorrectionJson.Default.CorrectionRecord);
}

/// <summary>Whether the layer is on, and how many corrections there are, as it is stored, version 1.</summary>
internal sealed record CorrectionsRecord(bool On, int Count)
{
    private const string Kind = "corrections";
    private const int Version = 1;

    public static RecordKey Key { get; } = new(Kind, "all");

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, CorrectionJson.Default.CorrectionsRecord);

    public static CorrectionsRecord Open(LedgerRecord? record) => record is null
        ? new CorrectionsRecord(On: true, Count: 0)
        : StoredRecord.Open(record, Version, CorrectionJson.Default.CorrectionsRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CorrectionRecord))]
[JsonSerializable(typeof(CorrectionsRecord))]
internal sealed partial class CorrectionJson : JsonSerializerContext;
