using Comms.Core.Channels;
using Comms.Core.Testing;

namespace Comms.Core.Conformance.Channels;

public sealed class AssistedChannelTests : ChannelConformance
{
    protected override bool TakesThreads => false;

    protected override ValueTask<IChannel> OpenAsync() => ValueTask.FromResult<IChannel>(new AssistedChannel("page", "facebook"));

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>([]);
}
