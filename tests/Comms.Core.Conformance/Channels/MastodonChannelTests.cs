using Comms.Core.Channels;
using Comms.Core.Channels.Mastodon;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

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

    [Fact]
    public async Task A_thread_that_answers_a_message_stands_under_it()
    {
        server.Mention("When are you open?");
        var channel = await OpenAsync();
        var first = await SendAsync(channel, Post("@anna@elsewhere.example Until five.") with { Parts = 2, InReplyTo = "m000001" }, Context());
        await SendAsync(channel, Post("And on Sunday.") with { Part = 1, Parts = 2, InReplyTo = "m000001" }, Context() with { Parents = [first] });

        Assert.Equal(["m000001", first.Id], server.Shown.Select(post => post.InReplyTo));
    }

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(FakeMastodon.Token);

    protected override ValueTask<IChannel> OpenAsync()
    {
        var channel = new MastodonChannel("account", new MastodonOptions { Address = server.Address, Credential = "env:TOKEN" }, Credentials);
        opened.Add(channel);
        return ValueTask.FromResult<IChannel>(channel);
    }

    private static async Task<Receipt> SendAsync(IChannel channel, Rendition post, SendContext context)
    {
        var key = new DeliveryKey(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(post.Text)))[..32]);
        var prepared = await channel.PrepareAsync(post, context with { Key = key }, Cancel);
        return Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, key, context with { Key = key }, Cancel)).Receipt;
    }

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. server.Shown.Select(post => new ShownPost(post.Text, post.Alts))]);
}
