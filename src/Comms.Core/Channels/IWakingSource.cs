namespace Comms.Core.Channels;

/// <summary>
/// A source that can tell at once when something came, so that a host need not wait for its next look. A hint and no more:
/// what is not told is found at the next look.
/// </summary>
public interface IWakingSource
{
    /// <summary>Ends when there may be something new, or after a while.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ChannelException">The source cannot tell now; the next look will.</exception>
    ValueTask WaitAsync(CancellationToken cancel);
}
