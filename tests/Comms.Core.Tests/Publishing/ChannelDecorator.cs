using Comms.Core.Channels;

namespace Comms.Core.Tests.Publishing;

/// <summary>A channel that does what another does, but for what a test changes.</summary>
internal abstract class ChannelDecorator(IChannel inner) : IChannel
{
    public ChannelAccount Account => inner.Account;

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => inner.DescribeAsync(cancel);

    public virtual ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) => inner.PrepareAsync(rendition, context, cancel);

    public virtual ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) => inner.SendAsync(post, key, context, cancel);
}
