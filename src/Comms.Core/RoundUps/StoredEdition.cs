namespace Comms.Core.RoundUps;

/// <summary>An edition as the ledger keeps it, version 2. Version 1 knew no amendments.</summary>
internal sealed record StoredEdition
{
    public required string Hash { get; init; }

    public required DateTimeOffset ComposedAt { get; init; }

    public required EditionContent Content { get; init; }

    /// <summary>The id of an amended edition, which its hash no longer gives; null for one as it was made.</summary>
    public string? Id { get; init; }

    /// <summary>Null for an edition as it was made.</summary>
    public IReadOnlyList<EditionAmendment>? Amendments { get; init; }
}
