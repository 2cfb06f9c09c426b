using System.Text.Json.Serialization;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Delegations;

/// <summary>Roles that were lent, as they are stored, version 1.</summary>
internal sealed record DelegationRecord(string By, string To, IReadOnlyList<string> Roles, DateTimeOffset From, DateTimeOffset Until, string Reason)
{
    public const string Kind = "delegation";

    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, DelegationJson.Default.DelegationRecord);

    public static DelegationRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, DelegationJson.Default.DelegationRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DelegationRecord))]
internal sealed partial class DelegationJson : JsonSerializerContext;
