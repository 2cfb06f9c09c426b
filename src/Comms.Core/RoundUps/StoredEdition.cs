namespace Comms.Core.RoundUps;

/// <summary>An edition as the ledger keeps it.</summary>
internal sealed record StoredEdition
{
    public required string Hash { get; init; }

    public required DateTimeOffset ComposedAt { get; init; }

    public required EditionContent Content { get; init; }
}
