namespace Comms.Core.Channels.Email;

/// <summary>
/// A list of readers that changes: kept by the host, who adds those who agreed and takes away those who leave. Asked when
/// a post is taken for publishing, and again before each message. Safe for concurrent use.
/// </summary>
public interface IMailingList
{
    /// <summary>Who is on the list now: bare addresses, as <c>ann@example.org</c>.</summary>
    /// <exception cref="ChannelException">The list could not be read.</exception>
    ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancel);
}
