namespace Comms.Core.Ledger;

/// <summary>Which records to read: in order of creation, or what is due in the order in which it is due.</summary>
public sealed record RecordQuery
{
    /// <summary>The kind of record wanted.</summary>
    public required string Kind { get; init; }

    /// <summary>Only records of this lane; null for all.</summary>
    public string? Lane { get; init; }

    /// <summary>Only records created after this place. Default: 0, from the beginning.</summary>
    public long After { get; init; }

    /// <summary>
    /// Only records that ask to be claimed by this instant, under a lease or not: earliest due first, then in order of creation.
    /// Without <see cref="Lane"/>, only records in no lane. It goes without <see cref="After"/>.
    /// What is put off while it is read comes again. Default: null, for all records.
    /// </summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>At most this many, 1 or more; null for all. Default: null.</summary>
    public int? Limit { get; init; }

    /// <summary>Refuses a query that no ledger can answer. Implementations of <see cref="ILedger"/> call it first.</summary>
    /// <exception cref="ArgumentException">A name, the place or the limit is out of its range.</exception>
    public void Check()
    {
        RecordKey.CheckName(Kind, nameof(Kind));
        ArgumentOutOfRangeException.ThrowIfNegative(After);
        if (Lane is not null)
        {
            RecordKey.CheckName(Lane, nameof(Lane));
        }

        if (DueBy is not null && After != 0)
        {
            throw new ArgumentException("What is read by its due time has no place of creation to begin after.", nameof(After));
        }

        if (Limit is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(Limit));
        }
    }
}
