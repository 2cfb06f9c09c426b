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

    [Fact]
    public async Task A_content_warning_stands_apart_where_the_server_is_known_to_keep_it()
    {
        var channel = await OpenAsync();
        Assert.True((await channel.DescribeAsync(Cancel)).Warnings);
        await SendAsync(channel, Post("We remember those we lost.") with { Warning = "Mentions suicide" }, Context());
        await SendAsync(channel, Post("The clinic is open."), Context());

        Assert.Equal(["Mentions suicide"], server.Warnings);
        using var other = new FakeMastodon { HonoursKeys = false };
        using var elsewhere = new MastodonChannel("other", new MastodonOptions { Address = other.Address, Credential = "env:TOKEN" }, Credentials);
        Assert.False((await elsewhere.DescribeAsync(Cancel)).Warnings);
    }

    [Fact]
    public async Task What_it_passes_on_it_boosts_which_done_twice_stands_once()
    {
        server.Mention("The new garden is open to all.");
        var channel = await OpenAsync();
        Assert.False(Assert.IsAssignableFrom<IReshares>(channel).Quotes);
        var boost = new Rendition { Account = "account", Text = "", Original = "m000001", Reshares = "heard" };
        var prepared = await channel.PrepareAsync(boost, Context(), Cancel);
        var attempt = new Attempt(Context().Key, prepared.Bytes, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(1));
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(attempt, Cancel));

        server.Faults.Enqueue(ServerFault.DropAfter);
        await Assert.ThrowsAnyAsync<Exception>(async () => await channel.SendAsync(prepared, Context().Key, Context(), Cancel));
        Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(attempt, Cancel));
        Assert.Equal("bm000001", (await SendAsync(channel, boost, Context())).Id);

        Assert.Equal(["m000001"], server.Boosts);
        Assert.Empty(server.Shown);
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_is_not_boosted()
    {
        server.Mention("The new garden is open to all.");
        server.Delete("m000001");
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(new Rendition { Account = "account", Text = "", Original = "m000001" }, Context(), Cancel);

        Assert.IsType<SendOutcome.Rejected>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));
        Assert.Empty(server.Boosts);
    }

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(FakeMastodon.Token);

    protected override ValueTask<bool> FailNextAsync(ChannelFault fault)
    {
        server.Faults.Enqueue(Faults.Of(fault));
        return ValueTask.FromResult(true);
    }

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
