using System.Text.Json.Serialization;
using Comms.Core.Cases.Consultations;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>A case as it is stored, version 5: version 1 knew no acts, notes, persons or joins, version 2 no pauses, version 3 no restriction and no enquiry, version 4 no response.</summary>
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
    private const int Version = 5;

    public string? Person { get; set; }

    /// <summary>The team that a correction gave it to last: a later hand-over stands until another correction.</summary>
    public string? Corrected { get; set; }

    /// <summary>The roles that see it; null for everyone who may handle cases. A joined case has those of the case that goes on.</summary>
    public IReadOnlyList<string>? RestrictedTo { get; set; }

    /// <summary>What a journalist asked; null for what is no enquiry.</summary>
    public MediaEnquiry? Enquiry { get; set; }

    /// <summary>Which consultation it answers; null for none.</summary>
    public ConsultationResponse? Response { get; set; }

    public IReadOnlyList<CaseAct> Acts { get; set; } = [];

    public IReadOnlyList<CaseNote> Notes { get; set; } = [];

    public IReadOnlyList<CasePause> Pauses { get; set; } = [];

    public IReadOnlyList<JoinedCase> Joined { get; set; } = [];

    public string? JoinedTo { get; set; }

    [JsonIgnore]
    public DateTimeOffset? PressDeadline => Acts.Any(act => act.Name == CaseLife.Answer) ? null : Enquiry?.Deadline;

    [JsonIgnore]
    public IEnumerable<CaseObligation> Outstanding => Obligations.Select(StandingOf).Where(duty => duty.EndedBy is null);

    public CaseObligation StandingOf(Obligation duty) => new(duty, EndedBy(duty)) { Pauses = [.. Pauses.Where(pause => pause.Duty == CaseObligation.KeyOf(duty))] };

    /// <summary>This, with more teams that know of it; the one that has it is not among them.</summary>
    public CaseRecord Telling(IEnumerable<string> teams) =>
        this with { AlsoTold = [.. AlsoTold.Union(teams, StringComparer.Ordinal).Where(told => told != Team)] };

    /// <summary>This, at least as pressing as what was added to it.</summary>
    public CaseRecord Pressing(Urgency urgency, int priority, IEnumerable<string> flags, IEnumerable<string> because) => this with
    {
        Urgency = urgency > Urgency ? urgency : Urgency,
        Priority = Math.Max(priority, Priority),
        Flags = [.. Flags.Union(flags, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Because = [.. Because.Union(because, StringComparer.Ordinal)],
    };

    /// <summary>Writes this over what was read.</summary>
    public LedgerWrite Over(LedgerRecord before) => new() { Key = before.Key, Expected = before.Revision, Content = Seal(), Due = CaseTurn.Of(this) };

    public byte[] Seal() => StoredRecord.Seal(Case.Kind, Version, this, CaseJson.Default.CaseRecord);

    public static CaseRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, CaseJson.Default.CaseRecord);

    private CaseAct? EndedBy(Obligation duty) => Acts.FirstOrDefault(act => act.Ended.Contains(CaseObligation.KeyOf(duty), StringComparer.Ordinal));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseRecord))]
internal sealed partial class CaseJson : JsonSerializerContext;
