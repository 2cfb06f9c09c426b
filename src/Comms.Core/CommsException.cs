namespace Comms.Core;

/// <summary>
/// The one family of faults of the environment: a ledger that cannot be read, a channel that cannot be reached.
/// A caller's own mistake throws an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> instead,
/// and an outcome that can be expected is a result with a reason, never an exception.
/// </summary>
public class CommsException : Exception
{
    /// <summary>A fault without a message. Prefer one that says what happened.</summary>
    public CommsException()
    {
    }

    /// <summary>A fault that says what happened and what to do.</summary>
    /// <param name="message">Names the file, account or record concerned; never carries personal data or secrets.</param>
    public CommsException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with the one beneath it.</summary>
    /// <param name="message">Names the file, account or record concerned; never carries personal data or secrets.</param>
    /// <param name="innerException">What the environment threw.</param>
    public CommsException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How long to wait before trying again; null when the environment did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
