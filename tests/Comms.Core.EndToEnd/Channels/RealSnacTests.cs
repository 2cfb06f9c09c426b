using Comms.Core.Channels;
using Comms.Core.Channels.Mastodon;
using Comms.Core.Ledger;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>snac speaks Mastodon's API in part (<c>tests/servers/up.sh</c>): what it ignores, the adapter must notice.</summary>
public sealed class RealSnacTests : IDisposable
{
    private readonly string server = RealServer.Address("COMMS_TEST_SNAC", "snac");
    private readonly FixedCredentials credentials = new(Environment.GetEnvironmentVariable("COMMS_TEST_SNAC_TOKEN"));
    private readonly MastodonChannel channel;

    public RealSnacTests() => channel = new MastodonChannel("town", new MastodonOptions { Address = server, Credential = "env:TOKEN" }, credentials);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => channel.Dispose();

    [Fact]
    public async Task It_is_not_trusted_to_honour_a_key() => Assert.Equal(IdempotencyClass.None, (await channel.DescribeAsync(Cancel)).Idempotency);

    [Fact]
    public async Task A_post_stands_and_is_found_again_by_its_words()
    {
        var context = Context("stands");
        var prepared = await channel.PrepareAsync(new Rendition { Account = "town", Text = "Bore da! Flu clinic: 9–5 today & tomorrow" }, context, Cancel);
        var attempt = new Attempt(context.Key, prepared.Bytes, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(1));
        Assert.IsType<ReadBack.Absent>(await channel.FindAsync(attempt, Cancel));

        var sent = Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, context.Key, context, Cancel));
        var found = Assert.IsType<ReadBack.Found>(await channel.FindAsync(attempt, Cancel));

        Assert.Equal(sent.Receipt, found.Receipt);
    }

    [Fact]
    public async Task A_token_that_does_not_hold_is_no_effect_and_needs_a_person()
    {
        var context = Context("refused") with { Credentials = new FixedCredentials("wrong") };
        var prepared = await channel.PrepareAsync(new Rendition { Account = "town", Text = "Never" }, context, Cancel);

        Assert.Contains("person", Assert.IsType<SendOutcome.NotSent>(await channel.SendAsync(prepared, context.Key, context, Cancel)).Reason, StringComparison.Ordinal);
    }

    private SendContext Context(string delivery) => new()
    {
        Key = new DeliveryKey(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(delivery)))[..32]),
        CreatedAt = TimeProvider.System.GetUtcNow(),
        Deadline = TimeProvider.System.GetUtcNow().AddMinutes(1),
        Media = new InMemoryMediaStore(),
        Credentials = credentials,
    };
}
