namespace Comms.Core.Channels;

/// <summary>
/// A channel that reaches each of its readers apart, as e-mail does. Each of them is a delivery of their own, so that one
/// whose mailbox is full, or whose answer was lost, says nothing about the others.
/// </summary>
public interface IRecipients
{
    /// <summary>
    /// Who is on the list now, each once, in the channel's own form. Asked when a post is taken for publishing; the
    /// channel looks again before it sends, for those who have left meanwhile. Not asked for an answer to one person, who
    /// need not be on it (<see cref="Rendition.AnswerTo"/>).
    /// </summary>
    /// <exception cref="ChannelException">The list could not be read.</exception>
    ValueTask<IReadOnlyList<string>> RecipientsAsync(CancellationToken cancel);
}
