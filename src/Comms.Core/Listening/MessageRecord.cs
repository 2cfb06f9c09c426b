using System.Text.Json.Serialization;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>A message as it is stored, version 3. Version 2 had no groups, version 1 no service and no place.</summary>
internal sealed record MessageRecord(string Source, int Edition, DateTimeOffset HeardAt, DateTimeOffset? DeletedAt, SourceItem Item)
{
    private const int Version = 3;

    /// <summary>An item of version 2 comes back without a list.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Groups => (IReadOnlyList<string>?)Item.Groups ?? [];

    public byte[] Seal() => StoredRecord.Seal(Message.Kind, Version, this, ListeningJson.Default.MessageRecord);

    public static MessageRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, ListeningJson.Default.MessageRecord);
}

/// <summary>Where reading a source goes on, as it is stored, version 1.</summary>
internal sealed record CursorRecord(string Cursor)
{
    public const string Kind = "cursor";
    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ListeningJson.Default.CursorRecord);

    public static CursorRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, ListeningJson.Default.CursorRecord);
}

/// <summary>Something that could not be read and was set aside, as it is stored, version 1.</summary>
internal sealed record SetAsideRecord(string Source, string Where, string Reason, string Raw, DateTimeOffset At)
{
    public const string Kind = "set-aside";
    private const int Version = 1;

    public RecordKey Key => new(Kind, ContentId.Of(Source, Where, Reason, Raw));

    [JsonIgnore]
    public SetAside Told => new(Source, Where, Reason, Raw);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, ListeningJson.Default.SetAsideRecord);

    public static SetAsideRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, ListeningJson.Default.SetAsideRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MessageRecord))]
[JsonSerializable(typeof(CursorRecord))]
[JsonSerializable(typeof(SetAsideRecord))]
[JsonSerializable(typeof(SweepPlace))]
internal sealed partial class ListeningJson : JsonSerializerContext;
