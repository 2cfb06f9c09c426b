namespace Comms.Core.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Opened; nobody has taken it yet.</summary>
    New,

    /// <summary>A person has taken it.</summary>
    Owned,

    /// <summary>Whoever wrote has been told that it was received.</summary>
    Acknowledged,

    /// <summary>Whoever wrote has been answered.</summary>
    Answered,

    /// <summary>Nothing more is to be done.</summary>
    Closed,

    /// <summary>It was closed and something more came.</summary>
    Reopened,
}
