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
    public async Task An_answer_stands_under_what_it_answers()
    {
        var asked = await SendAsync(new Rendition { Account = "town", Text = "When are you open?" }, Context("asked"));
        var (context, answer) = (Context("answer"), new Rendition { Account = "town", Text = "Until five.", InReplyTo = asked.Id });
        var sent = await SendAsync(answer, context);

        var attempt = new Attempt(context.Key, (await channel.PrepareAsync(answer, context, Cancel)).Bytes, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(1));
        Assert.Equal(sent, Assert.IsType<ReadBack.Found>(await channel.FindAsync(attempt, Cancel)).Receipt);
        var elsewhere = (await channel.PrepareAsync(answer with { InReplyTo = "another" }, context, Cancel)).Bytes;
        Assert.IsType<ReadBack.Absent>(await channel.FindAsync(attempt with { Bytes = elsewhere }, Cancel));
    }

    [Fact]
    public async Task What_it_passes_on_is_boosted_and_found_to_be()
    {
        var original = await SendAsync(new Rendition { Account = "town", Text = "The new garden is open to all." }, Context("original"));
        var (context, boost) = (Context("boost"), new Rendition { Account = "town", Text = "", Original = original.Id, Reshares = "heard" });
        var attempt = new Attempt(context.Key, (await channel.PrepareAsync(boost, context, Cancel)).Bytes, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(1));
        Assert.IsType<ReadBack.Absent>(await channel.FindAsync(attempt, Cancel));

        await SendAsync(boost, context);

        Assert.IsType<ReadBack.Found>(await channel.FindAsync(attempt, Cancel));
    }

    /// <summary>It has no call that deletes a post: one that never stood there stands for one that does no more.</summary>
    [Fact]
    public async Task What_stands_there_is_not_gone_and_what_does_not_is()
    {
        var stays = await SendAsync(new Rendition { Account = "town", Text = "This stays." }, Context("stays"));
        using var source = new MastodonSource("town", new MastodonOptions { Address = server, Credential = "env:TOKEN" }, credentials);

        Assert.Equal(["1600000000000000"], await source.FindGoneAsync([stays.Id!, "1600000000000000"], Cancel));
    }

    [Fact]
    public async Task A_token_that_does_not_hold_is_no_effect_and_needs_a_person()
    {
        var context = Context("refused") with { Credentials = new FixedCredentials("wrong") };
        var prepared = await channel.PrepareAsync(new Rendition { Account = "town", Text = "Never" }, context, Cancel);

        Assert.Contains("person", Assert.IsType<SendOutcome.NotSent>(await channel.SendAsync(prepared, context.Key, context, Cancel)).Reason, StringComparison.Ordinal);
    }

    private async Task<Receipt> SendAsync(Rendition post, SendContext context)
    {
        var prepared = await channel.PrepareAsync(post, context, Cancel);
        return Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, context.Key, context, Cancel)).Receipt;
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
