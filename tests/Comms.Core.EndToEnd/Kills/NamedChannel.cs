using Comms.Core.Channels;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>An account that posts are planned for here and sent elsewhere.</summary>
internal sealed class NamedChannel(string account, IdempotencyClass idempotency) : IChannel
{
    public ChannelAccount Account { get; } = new() { Id = account, Channel = "board" };

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(new ChannelTraits
    {
        Version = "board/1",
        Source = "the kill matrix",
        Checked = new DateOnly(2026, 11, 30),
        Idempotency = idempotency,
    });

    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) => throw new NotSupportedException();
}
