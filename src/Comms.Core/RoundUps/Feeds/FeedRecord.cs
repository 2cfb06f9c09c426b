using System.Text.Json.Serialization;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>
/// What was decided of a message, as it is stored. Holds none of its words, only by which words it was judged: what is
/// deleted at its source is gone from here too.
/// </summary>
/// <param name="Words">The hash of the words that were judged.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Acts">First to last.</param>
internal sealed record FeedRecord(string Words, FeedState State, IReadOnlyList<FeedAct> Acts)
{
    public const string Kind = "feed";

    private const int Version = 1;

    public static FeedRecord New { get; } = new("", FeedState.Pending, []);

    public bool Masked { get; set; }

    public string? Consent { get; set; }

    public bool NamesPatient { get; set; }

    public string? FirstOfTwo { get; set; }

    public static RecordKey Key(string messageId) => new(Kind, messageId);

    /// <summary>This, where it is about these words; else they were never judged. What was rejected or withdrawn stays out, whatever it says now.</summary>
    public FeedRecord For(TriagedMessage message)
    {
        var words = ContentId.Hex(Kind, message.MessageId, message.Text);
        return Words == words || State is FeedState.Rejected or FeedState.Withdrawn
            ? this with { Words = words }
            : New with { Words = words, Acts = Acts, NamesPatient = NamesPatient };
    }

    public FeedRecord Gone() => State == FeedState.Withdrawn ? this : this with { State = FeedState.Withdrawn };

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, FeedJson.Default.FeedRecord);

    public static FeedRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, FeedJson.Default.FeedRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedRecord))]
internal sealed partial class FeedJson : JsonSerializerContext;
