namespace Comms.Core.Cases.Sinks;

/// <summary>Where the mirror of a case stands in one sink.</summary>
public enum CopyState
{
    /// <summary>The case, or a change of it, is to be sent.</summary>
    Waiting,

    /// <summary>It is being sent: from the committed intent until the outcome, it may have arrived.</summary>
    Sending,

    /// <summary>The sink has the case as it stood.</summary>
    Standing,

    /// <summary>The sink said no for good; the next change of the case is tried again.</summary>
    Refused,

    /// <summary>It is not known whether it arrived, and the sink cannot be asked: a person must say.</summary>
    NeedsHuman,
}
