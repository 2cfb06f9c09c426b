using Comms.Core.Channels;

namespace Comms.Core.Benchmarks;

/// <summary>A channel that takes a post and does nothing with it: what remains is what sending costs the library.</summary>
internal sealed class NothingChannel(string id) : IChannel
{
    private static readonly ChannelTraits Traits = InMemoryChannel.Unlimited with { Idempotency = IdempotencyClass.ByKey };

    public ChannelAccount Account { get; } = new() { Id = id, Channel = "nothing" };

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(Traits);

    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
        ValueTask.FromResult(new PreparedPost { Bytes = System.Text.Encoding.UTF8.GetBytes(rendition.Text) });

    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) =>
        ValueTask.FromResult<SendOutcome>(new SendOutcome.Accepted(new Receipt(key.Value, null)));
}
