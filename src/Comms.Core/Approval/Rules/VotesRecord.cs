using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.Rules;

/// <summary>Who has approved a draft for which a rule asks for more, as it is stored, version 1.</summary>
internal sealed record VotesRecord(IReadOnlyList<Vote> Votes)
{
    public const string Kind = "approval-votes";

    private const int Version = 1;

    public static RecordKey Key(string draftId) => new(Kind, draftId);

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, VotesJson.Default.VotesRecord);

    public static VotesRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, VotesJson.Default.VotesRecord);
}

/// <summary>One approver's approval.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Roles">The roles that they had then.</param>
internal sealed record Vote(string By, DateTimeOffset At, IReadOnlyList<string> Roles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VotesRecord))]
internal sealed partial class VotesJson : JsonSerializerContext;
