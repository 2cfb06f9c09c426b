namespace Comms.Core.Ledger;

/// <summary>Why a batch did not commit.</summary>
public enum CommitRefusal
{
    /// <summary>It did commit.</summary>
    None,

    /// <summary>A record was not at the expected revision: someone else changed it first.</summary>
    Conflict,

    /// <summary>The lease behind a fence has ended, or another holder has it.</summary>
    LeaseLost,

    /// <summary>A required record was not at the required revision.</summary>
    Requirement,
}

/// <summary>What became of a batch. A refused batch changed nothing.</summary>
/// <param name="Refusal">Why it was refused; <see cref="CommitRefusal.None"/> when it committed.</param>
/// <param name="At">The first record that refused it; null when it committed.</param>
public readonly record struct CommitResult(CommitRefusal Refusal, RecordKey? At)
{
    /// <summary>The batch is in the ledger, durably.</summary>
    public static CommitResult Done { get; } = new(CommitRefusal.None, null);

    /// <summary>Whether the batch is in the ledger.</summary>
    public bool Committed => Refusal == CommitRefusal.None;
}
