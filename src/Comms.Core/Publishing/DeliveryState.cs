namespace Comms.Core.Publishing;

/// <summary>Where a delivery stands. Who works on it at the moment is the ledger's lease, not a state.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>The intent is committed: from here the post may stand, whatever happens.</summary>
    Sending,

    /// <summary>The post stands; there is a receipt.</summary>
    Published,

    /// <summary>The channel said no, for good.</summary>
    Rejected,

    /// <summary>Whether the post stands is not known; the channel will be asked.</summary>
    Ambiguous,

    /// <summary>It provably had no effect and will be tried again at its time.</summary>
    Retrying,

    /// <summary>Only a person can tell what became of it, or what should.</summary>
    NeedsHuman,

    /// <summary>Held back for a person: too late for its policy, or its thread was broken.</summary>
    Held,

    /// <summary>Too late for its policy, and let go.</summary>
    Expired,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn,
}
