namespace Comms.Core.Channels;

/// <summary>
/// A channel on which a person posts: a platform without an adapter, a notice board, a printer. A delivery to it becomes a
/// task when it is due, and stands when a person says that it does. Nothing is ever sent to it.
/// </summary>
public interface IByHand
{
    /// <summary>What the person is to do, in words, as <c>post it on Facebook</c>.</summary>
    string Task { get; }
}
