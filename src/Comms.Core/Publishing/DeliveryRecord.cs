using System.Text.Json.Serialization;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;

namespace Comms.Core.Publishing;

/// <summary>A delivery as it is stored, version 1; older ones have neither purpose nor tags nor recipient, nor whether they may stand twice. It comes back only if its rendition still has the hash it was planned with, or its words were erased.</summary>
internal sealed record DeliveryRecord(
    string Post,
    string ApprovedHash,
    string RenditionHash,
    Rendition Rendition,
    DateTimeOffset PlannedFor,
    Lateness Lateness,
    DeliveryState State,
    DateTimeOffset? Due,
    DateTimeOffset? ReleasedAt,
    int Attempts,
    Intent? Intent,
    Receipt? Receipt,
    string? Reason,
    PostPurpose Purpose = PostPurpose.Ordinary,
    bool Crisis = false,
    IReadOnlyList<string>? Tags = null,
    DateTimeOffset? Resumed = null,
    string? Recipient = null,
    DateTimeOffset? AgainAt = null,
    bool Erased = false,
    bool MayStandTwice = false)
{
    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Delivery.Kind, Version, this, PublishingJson.Default.DeliveryRecord);

    /// <summary>One that is over, without its words and its frozen bytes.</summary>
    public DeliveryRecord WithoutWords() => this with
    {
        Rendition = ErasedWords.Of(Rendition),
        Recipient = Rendition.AnswerTo is null ? Recipient : null,
        Intent = Intent is null ? null : Intent with { Bytes = ReadOnlyMemory<byte>.Empty, Checkpoint = null },
        Erased = true,
    };

    public static DeliveryRecord Open(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, PublishingJson.Default.DeliveryRecord);
        return (body.Erased && DeliveryTransitions.IsOver(body.State) && ErasedWords.Are([body.Rendition])) || Channels.RenditionHash.Of(body.Rendition) == body.RenditionHash
            ? body
            : throw new LedgerException(
                LedgerFault.Damaged, $"The record {record.Key} is not what was approved: its rendition does not have its hash.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DeliveryRecord))]
[JsonSerializable(typeof(EpochRecord))]
[JsonSerializable(typeof(HoldRecord))]
[JsonSerializable(typeof(PaceRecord))]
[JsonSerializable(typeof(TzdbRecord))]
internal sealed partial class PublishingJson : JsonSerializerContext;
