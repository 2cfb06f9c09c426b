namespace Comms.Core.Sqlite;

/// <summary>Where the embedded ledger is and how patient it is.</summary>
public sealed record SqliteLedgerOptions
{
    /// <summary>
    /// The file, on a disk of this machine; created when there is none. Its folder must exist. SQLite keeps two more files
    /// beside it (<c>-wal</c>, <c>-shm</c>) while it is in use: copy all three, or none while it is in use; <see cref="SqliteLedger.BackUpAsync"/> writes one file.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The clock by which leases end. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long to wait for another process that writes to the file before giving up with
    /// <see cref="Comms.Core.Ledger.LedgerFault.Unavailable"/>; from 0 to 10 minutes. Default: 5 seconds.
    /// </summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Run on each connection after it opened: tests fill a small disk with it.</summary>
    internal IReadOnlyList<string> Pragmas { get; init; } = [];

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Path);
        ArgumentNullException.ThrowIfNull(Clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(BusyTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout, TimeSpan.FromMinutes(10));
    }
}
