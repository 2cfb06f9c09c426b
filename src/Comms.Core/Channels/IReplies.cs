namespace Comms.Core.Channels;

/// <summary>
/// A channel on which a post can stand as the answer to a message that the source of the same account brought:
/// <see cref="Rendition.InReplyTo"/> is that message's id. Every part of a thread carries it.
/// </summary>
public interface IReplies
{
    /// <summary>Whether those who are answered learn of it only where the words name their account, as on Mastodon.</summary>
    bool NamesWhoIsAnswered { get; }
}
