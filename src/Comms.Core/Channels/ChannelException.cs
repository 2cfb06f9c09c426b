namespace Comms.Core.Channels;

/// <summary>A channel that cannot be reached or cannot prepare. Nothing was published. Carries <see cref="CommsException.RetryAfter"/>.</summary>
public sealed class ChannelException : CommsException
{
    /// <summary>A channel that cannot be reached, without a reason.</summary>
    public ChannelException()
    {
    }

    /// <summary>A channel that cannot be reached.</summary>
    /// <param name="message">What happened; without secrets or personal data.</param>
    public ChannelException(string message)
        : base(message)
    {
    }

    /// <summary>A channel that cannot be reached, with the fault beneath.</summary>
    /// <param name="message">What happened; without secrets or personal data.</param>
    /// <param name="innerException">What the environment threw.</param>
    public ChannelException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
