using Comms.Core.Channels;
using Comms.Core.Channels.X;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class XChannelTests : ChannelConformance, IDisposable
{
    private readonly FakeX server = new();
    private readonly List<XChannel> opened = [];

    public void Dispose()
    {
        opened.ForEach(channel => channel.Dispose());
        server.Dispose();
    }

    [Theory]
    [InlineData("Flu jabs: https://example.com/flu?a=1&b=2 and nhs.uk/flu, “free” & <quick>")]
    [InlineData("Clinig ffliw\n\nYfory 9–5 💉")]
    public async Task What_is_in_doubt_is_found_by_its_words_though_X_writes_them_otherwise(string text)
    {
        server.Faults.Enqueue(ServerFault.DropAfter);
        var (channel, now) = (await OpenAsync(), TimeProvider.System.GetUtcNow());
        var prepared = await channel.PrepareAsync(Post(text), Context(), Cancel);

        await Assert.ThrowsAnyAsync<Exception>(async () => await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        Assert.Equal("1000", Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(new Attempt(Context().Key, prepared.Bytes, now, now), Cancel)).Receipt.Id);
        var later = now.AddMinutes(10);
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(new Attempt(Context().Key, prepared.Bytes, later, later), Cancel));
    }

    [Fact]
    public async Task Sent_again_by_a_person_the_post_that_stands_is_taken_for_it()
    {
        server.Faults.Enqueue(ServerFault.GatewayTimeoutAfter);
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);
        await Assert.ThrowsAsync<ChannelException>(async () => await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        Assert.Equal("1000", Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel)).Receipt.Id);
        Assert.Single(server.Shown);
    }

    [Fact]
    public async Task The_same_words_of_another_post_are_refused_with_where_they_stand()
    {
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);
        await channel.SendAsync(prepared, Context().Key, Context(), Cancel);

        var planned = Context("another") with { CreatedAt = TimeProvider.System.GetUtcNow().AddHours(1) };
        var refused = Assert.IsType<SendOutcome.Rejected>(await channel.SendAsync(prepared, planned.Key, planned, Cancel));

        Assert.Contains("https://x.com/i/web/status/1000", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_X_says_the_words_stand_is_no_proof()
    {
        using var haunted = new FakeX { HasGhosts = true };
        using var channel = new XChannel("account", new XOptions { Address = haunted.Address, Credential = "env:TOKEN" }, Credentials);
        var prepared = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);

        await Assert.ThrowsAsync<ChannelException>(async () => await channel.SendAsync(prepared, Context().Key, Context(), Cancel));
        Assert.Empty(haunted.Shown);
    }

    [Fact]
    public async Task A_refusal_of_the_post_is_for_good_and_one_of_the_account_waits_for_a_person()
    {
        var channel = await OpenAsync();
        var answer = await channel.PrepareAsync(Post("Until five.") with { InReplyTo = "404" }, Context(), Cancel);
        Assert.Contains("not visible to you", Assert.IsType<SendOutcome.Rejected>(await channel.SendAsync(answer, Context().Key, Context(), Cancel)).Reason, StringComparison.Ordinal);

        server.Faults.Enqueue(ServerFault.Unauthorized);
        var post = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);
        Assert.Contains("a person", Assert.IsType<SendOutcome.NotSent>(await channel.SendAsync(post, Context().Key, Context(), Cancel)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_the_day_holds_for_the_whole_account_until_it_is_set_anew()
    {
        server.Faults.Enqueue(ServerFault.TooMany);
        var channel = await OpenAsync();
        var post = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);

        var refused = Assert.IsType<SendOutcome.NotSent>(await channel.SendAsync(post, Context().Key, Context(), Cancel));

        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(3));
        Assert.Equal(refused.RetryAfter, refused.AccountRests);
    }

    [Fact]
    public async Task An_answer_stands_under_the_message_and_is_found_below_it_alone()
    {
        var asked = server.Mention("@town When are you open?");
        var channel = await OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var answer = await channel.PrepareAsync(Post("Until five.") with { InReplyTo = asked }, Context(), Cancel);
        await channel.SendAsync(answer, Context().Key, Context(), Cancel);

        Assert.Equal(asked, Assert.Single(server.Shown).To);
        Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(new Attempt(Context().Key, answer.Bytes, now, now), Cancel));
        var alone = await channel.PrepareAsync(Post("Until five."), Context(), Cancel);
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(new Attempt(Context().Key, alone.Bytes, now, now), Cancel));
    }

    [Fact]
    public async Task What_it_passes_on_stands_as_a_repost_or_with_words_as_a_quote()
    {
        var original = server.Mention("The new garden is open to all.");
        var channel = await OpenAsync();
        Assert.True(Assert.IsAssignableFrom<IReshares>(channel).Quotes);
        var repost = await channel.PrepareAsync(new Rendition { Account = "account", Text = "", Original = original }, Context(), Cancel);
        var attempt = new Attempt(Context().Key, repost.Bytes, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow());
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(attempt, Cancel));

        server.Faults.Enqueue(ServerFault.DropAfter);
        await Assert.ThrowsAnyAsync<Exception>(async () => await channel.SendAsync(repost, Context().Key, Context(), Cancel));
        Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(attempt, Cancel));
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(repost, Context().Key, Context(), Cancel));
        var quote = await channel.PrepareAsync(Post("Do come and see it.") with { Original = original }, Context(), Cancel);
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(quote, Context().Key, Context(), Cancel));

        Assert.Equal([(original, "RT @anna: …"), (original, "Do come and see it.")], server.Shown.Select(post => (post.To, post.Text)));
    }

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(FakeX.Token);

    protected override ValueTask<bool> FailNextAsync(ChannelFault fault)
    {
        server.Faults.Enqueue(Faults.Of(fault));
        return ValueTask.FromResult(true);
    }

    protected override ValueTask<IChannel> OpenAsync()
    {
        var channel = new XChannel("account", new XOptions { Address = server.Address, Credential = "env:TOKEN" }, Credentials);
        opened.Add(channel);
        return ValueTask.FromResult<IChannel>(channel);
    }

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. server.Shown.Select(post => new ShownPost(post.Text, post.Alts))]);
}
