namespace Comms.Core.Triage.Models;

/// <summary>A model that cannot be used: damaged, cut short, or of a newer version. The message says which.</summary>
public sealed class ModelException : CommsException
{
    /// <summary>A fault without a message. Prefer one that says what is wrong.</summary>
    public ModelException()
    {
    }

    /// <summary>A fault that says what is wrong with the model.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with the one beneath it.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What reading it threw.</param>
    public ModelException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
