using System.Text.Json.Serialization;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>A case as it is stored, version 2: version 1 knew no acts, notes, persons or joins.</summary>
internal sealed record CaseRecord(
    IReadOnlyList<string> Messages,
    string Team,
    IReadOnlyList<string> AlsoTold,
    CaseState State,
    DateTimeOffset OpenedAt,
    Urgency Urgency,
    int Priority,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Because,
    IReadOnlyList<Obligation> Obligations)
{
    private const int Version = 2;

    public string? Person { get; set; }

    /// <summary>The team that a correction gave it to last: a later hand-over stands until another correction.</summary>
    public string? Corrected { get; set; }

    public IReadOnlyList<CaseAct> Acts { get; set; } = [];

    public IReadOnlyList<CaseNote> Notes { get; set; } = [];

    public IReadOnlyList<JoinedCase> Joined { get; set; } = [];

    public string? JoinedTo { get; set; }

    [JsonIgnore]
    public IEnumerable<Obligation> Outstanding => Obligations.Where(duty => EndedBy(duty) is null);

    public CaseAct? EndedBy(Obligation duty) => Acts.FirstOrDefault(act => act.Ended.Contains(CaseObligation.KeyOf(duty), StringComparer.Ordinal));

    public byte[] Seal() => StoredRecord.Seal(Case.Kind, Version, this, CaseJson.Default.CaseRecord);

    public static CaseRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, CaseJson.Default.CaseRecord);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseRecord))]
internal sealed partial class CaseJson : JsonSerializerContext;
