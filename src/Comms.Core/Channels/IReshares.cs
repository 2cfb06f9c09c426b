namespace Comms.Core.Channels;

/// <summary>
/// A channel that can pass on a message which the source of the same account brought, as it stands there:
/// <see cref="Rendition.Original"/> is that message's id. Where the rendition has no words, it is a repost; else its words
/// stand above it, as a quote.
/// </summary>
public interface IReshares
{
    /// <summary>Whether words can stand above it; where they cannot, a way to the message stands below them instead.</summary>
    bool Quotes { get; }
}
