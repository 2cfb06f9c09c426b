namespace Comms.Core.Ledger;

/// <summary>Why a ledger cannot go on.</summary>
public enum LedgerFault
{
    /// <summary>The store could not be reached, is full, or is read-only; it may work again later.</summary>
    Unavailable,

    /// <summary>The store or a record in it is not what was written. Nothing more is written to it.</summary>
    Damaged,

    /// <summary>The store or a record was written by a newer version, which this one must not touch.</summary>
    Newer,
}

/// <summary>The ledger's own fault of the environment.</summary>
public sealed class LedgerException : CommsException
{
    /// <summary>A store that cannot be used now, without a reason.</summary>
    public LedgerException()
    {
    }

    /// <summary>A store that cannot be used now.</summary>
    /// <param name="message">What happened and what to do; names the file or server.</param>
    public LedgerException(string message)
        : base(message)
    {
    }

    /// <summary>A store that cannot be used now, with what it threw.</summary>
    /// <param name="message">What happened and what to do; names the file or server.</param>
    /// <param name="innerException">What the store threw.</param>
    public LedgerException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A fault of a stated sort.</summary>
    /// <param name="fault">Whether waiting, a backup or a newer version would help.</param>
    /// <param name="message">What happened and what to do; names the file, server or record.</param>
    /// <param name="innerException">What the store threw; null when the ledger found it itself.</param>
    public LedgerException(LedgerFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>Whether waiting, a backup or a newer version would help. Default: <see cref="LedgerFault.Unavailable"/>.</summary>
    public LedgerFault Fault { get; }
}
