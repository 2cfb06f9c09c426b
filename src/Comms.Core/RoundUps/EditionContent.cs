using System.Security.Cryptography;
using System.Text.Json;
using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>What an edition says: the part that is hashed. Its JSON has one form, whatever the culture or machine.</summary>
internal sealed record EditionContent
{
    public required EditionKind Kind { get; init; }

    public required string Team { get; init; }

    /// <summary>The first day in the zone, as <c>2026-11-16</c>.</summary>
    public required string Day { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required string Zone { get; init; }

    public required string Policy { get; init; }

    public required WeekCounts Counts { get; init; }

    public required Document Document { get; init; }

    public required IReadOnlyList<EditionClaim> Evidence { get; init; }

    public string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, EditionJson.Default.EditionContent)));
}
