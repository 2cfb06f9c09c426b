namespace Comms.Core.Channels;

/// <summary>
/// One account's way out. Safe for concurrent use. What more a channel can do, it says by further interfaces, such as
/// <see cref="IReadBack"/>; this one never grows.
/// </summary>
public interface IChannel
{
    /// <summary>The account that this channel serves.</summary>
    ChannelAccount Account { get; }

    /// <summary>The channel's limits and habits today.</summary>
    /// <exception cref="ChannelException">The channel could not be asked.</exception>
    ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel);

    /// <summary>
    /// Uploads, drafts and freezes. Repeatable: nothing that readers can see may come of it, however often it runs.
    /// </summary>
    /// <exception cref="ChannelException">The channel could not prepare; nothing was published.</exception>
    ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel);

    /// <summary>The one mutating call. Shutting down does not cancel it; only its deadline does.</summary>
    ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel);
}

/// <summary>A channel that can be asked whether a post stands.</summary>
public interface IReadBack
{
    /// <summary>Looks for the effect of an attempt. Changes nothing.</summary>
    /// <exception cref="ChannelException">The channel could not be asked.</exception>
    ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel);
}
