namespace Comms.Core.RoundUps.Reads;

/// <summary>Where a read-round-up stands.</summary>
public enum ReadState
{
    /// <summary>It has its number and waits for someone else to approve it. Nothing of it changes any more.</summary>
    Frozen,

    /// <summary>Approved: its number is its own for good.</summary>
    Approved,
}
