using System.Globalization;
using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.RoundUps.Reads;

/// <summary>An edition as it is stored, version 1. It comes back only if its content still has its hash.</summary>
internal sealed record ReadRecord(ReadContent Content, string Hash, string Author, DateTimeOffset FrozenAt)
{
    public const string Kind = "read";

    private const int Version = 1;

    public string? ApprovedBy { get; set; }

    public IReadOnlyList<ReadErratum> Errata { get; set; } = [];

    public IReadOnlyList<DateTimeOffset> RemovedAt { get; set; } = [];

    public static RecordKey Key(string series, int number) =>
        new(Kind, string.Create(CultureInfo.InvariantCulture, $"{ReadSeriesRecord.Key(series).Id}/{number}"));

    public LedgerWrite Over(LedgerRecord before) => new() { Key = before.Key, Expected = before.Revision, Content = Seal() };

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ReadJson.Default.ReadRecord);

    /// <exception cref="LedgerException">The record is damaged, newer, or not what its hash says.</exception>
    public static ReadRecord Open(LedgerRecord record)
    {
        var body = StoredRecord.Open(record, Version, ReadJson.Default.ReadRecord);
        return body.Content.Hash() == body.Hash && Key(body.Content.Series, body.Content.Number) == record.Key
            ? body
            : throw new LedgerException(LedgerFault.Damaged, $"The record {record.Key} is damaged: the edition does not match its hash.");
    }
}

/// <summary>A series as it is stored, version 1: its last approved number, and whether an edition is frozen.</summary>
internal sealed record ReadSeriesRecord(string Series, int Last, bool HasFrozen)
{
    private const string Kind = "read-series";
    private const int Version = 1;

    public static RecordKey Key(string series) => new(Kind, ContentId.Of(Kind, series));

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ReadJson.Default.ReadSeriesRecord);

    public static ReadSeriesRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, ReadJson.Default.ReadSeriesRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReadContent))]
[JsonSerializable(typeof(ReadRecord))]
[JsonSerializable(typeof(ReadSeriesRecord))]
internal sealed partial class ReadJson : JsonSerializerContext;
