using Comms.Core.Channels;
using Comms.Core.Testing;

namespace Comms.Core.Conformance.Channels;

public sealed class InMemoryChannelTests : ChannelConformance
{
    private readonly InMemoryChannel channel = new(
        new ChannelAccount { Id = "account", Channel = "memory" }, InMemoryChannel.Unlimited with { Version = "memory/280", MaxLength = 280 });

    protected override ValueTask<IChannel> OpenAsync() => ValueTask.FromResult<IChannel>(channel);

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. channel.Posts.Select(post => new ShownPost(post.Text, [.. post.Media.Select(media => media.Alt)]))]);
}
