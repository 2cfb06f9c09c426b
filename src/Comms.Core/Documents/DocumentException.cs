namespace Comms.Core.Documents;

/// <summary>A rendered page did not pass its proof, and is not handed out.</summary>
public sealed class DocumentException : CommsException
{
    /// <summary>A page that failed without a reason.</summary>
    public DocumentException()
    {
    }

    /// <summary>A page that failed.</summary>
    /// <param name="message">Which element or attribute was refused, and where.</param>
    public DocumentException(string message)
        : base(message)
    {
    }

    /// <summary>A page that failed, with the fault beneath.</summary>
    /// <param name="message">Which element or attribute was refused, and where.</param>
    /// <param name="innerException">The fault beneath.</param>
    public DocumentException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
