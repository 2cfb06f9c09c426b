namespace Comms.Core.RoundUps;

/// <summary>An edition said something that its evidence does not bear out, and was not made.</summary>
public sealed class EditionException : CommsException
{
    /// <summary>An edition that failed without a reason.</summary>
    public EditionException()
    {
    }

    /// <summary>An edition that failed.</summary>
    /// <param name="message">Which claims failed; never the words of a message.</param>
    public EditionException(string message)
        : base(message)
    {
    }

    /// <summary>An edition that failed, with the fault beneath.</summary>
    /// <param name="message">Which claims failed; never the words of a message.</param>
    /// <param name="innerException">The fault beneath.</param>
    public EditionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
