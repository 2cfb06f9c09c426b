using System.Globalization;
using System.Text.Json.Serialization;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Sinks;

/// <summary>The mirror of a case in one sink, as it is stored, version 1.</summary>
internal sealed record CopyRecord(string Sink, string Case, CopyState State)
{
    private const int Version = 1;

    /// <summary>The revision of the case that the sink has; 0 for none yet.</summary>
    public long Has { get; set; }

    /// <summary>The revision that is being sent, or was when it came into doubt; 0 for none.</summary>
    public long Sending { get; set; }

    /// <summary>The sink's own name for the case; null while it has none.</summary>
    public Receipt? Receipt { get; set; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; set; }

    /// <summary>Why it stands so; null where nothing went wrong.</summary>
    public string? Reason { get; set; }

    /// <summary>Each sink has its own kind, so that none waits behind the copies of another.</summary>
    public static string KindOf(string sink) => "case-copy:" + sink;

    public static RecordKey Key(string sink, string caseId) => new(KindOf(sink), caseId);

    /// <summary>What is sent, or looked for, of a revision of the case.</summary>
    public CaseCopy Of(Case now, long revision) =>
        new(new DeliveryKey(ContentId.Hex(KindOf(Sink), Case, revision.ToString(CultureInfo.InvariantCulture))), now, Receipt);

    public CopyRecord ToSend() => this with { State = CopyState.Waiting, Sending = 0, Failures = 0, Reason = null };

    public CopyRecord Begun(long revision) => this with { State = CopyState.Sending, Sending = revision };

    public CopyRecord Stood(Receipt receipt) =>
        this with { State = CopyState.Standing, Has = Sending, Sending = 0, Receipt = receipt, Failures = 0, Reason = null };

    /// <summary>The sink has it; and where the case has gone on since, it is sent again.</summary>
    public CopyRecord Stood(Receipt receipt, long revision) => Stood(receipt) is var stood && stood.Has == revision ? stood : stood.ToSend();

    public CopyRecord No(string reason) => this with { State = CopyState.Refused, Sending = 0, Failures = 0, Reason = reason };

    public CopyRecord NotYet(string reason) => this with { State = CopyState.Waiting, Sending = 0, Failures = Failures + 1, Reason = reason };

    public CopyRecord Unknown(string reason) => this with { State = CopyState.Sending, Failures = Failures + 1, Reason = reason };

    public CopyRecord Ask(string reason) => this with { State = CopyState.NeedsHuman, Reason = reason };

    public byte[] Seal() => StoredRecord.Seal(KindOf(Sink), Version, this, CopyJson.Default.CopyRecord);

    public static CopyRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, CopyJson.Default.CopyRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CopyRecord))]
internal sealed partial class CopyJson : JsonSerializerContext;
