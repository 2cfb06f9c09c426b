using Comms.Core.Channels;
using Comms.Core.Channels.Mastodon;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;

namespace Comms.Core.Conformance.Channels;

public sealed class MastodonChannelTests : ChannelConformance, IDisposable
{
    private readonly FakeMastodon server = new();
    private readonly List<MastodonChannel> opened = [];

    public void Dispose()
    {
        opened.ForEach(channel => channel.Dispose());
        server.Dispose();
    }

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(FakeMastodon.Token);

    protected override ValueTask<IChannel> OpenAsync()
    {
        var channel = new MastodonChannel("account", new MastodonOptions { Address = server.Address, Credential = "env:TOKEN" }, Credentials);
        opened.Add(channel);
        return ValueTask.FromResult<IChannel>(channel);
    }

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. server.Shown.Select(post => new ShownPost(post.Text, post.Alts))]);
}
