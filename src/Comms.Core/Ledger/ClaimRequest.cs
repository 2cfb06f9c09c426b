namespace Comms.Core.Ledger;

/// <summary>Asks for a lease on records that are due.</summary>
public sealed record ClaimRequest
{
    /// <summary>The kind of record wanted.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// Records due at or before this instant are claimed; null for the present by the ledger's own clock, which is the same for
    /// every host. Default: null.
    /// </summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>Who claims; for people who look into the ledger, not for its logic: two claims in one name shut each other out.</summary>
    public required string Holder { get; init; }

    /// <summary>How long the leases live by the ledger's own clock; 1 millisecond to 365 days, kept to the millisecond.</summary>
    public required TimeSpan LeaseFor { get; init; }

    /// <summary>At most this many; 1 or more. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Refuses a request that no ledger can serve. Implementations of <see cref="ILedger"/> call it first.</summary>
    /// <exception cref="ArgumentException">A name, the length of the leases or the limit is out of its range.</exception>
    public void Check()
    {
        RecordKey.CheckName(Kind, nameof(Kind));
        RecordKey.CheckName(Holder, nameof(Holder));
        ArgumentOutOfRangeException.ThrowIfLessThan(LeaseFor, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LeaseFor, TimeSpan.FromDays(365));
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
    }
}
