using Comms.Core.Channels;
using Comms.Core.Channels.Facebook;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class FacebookChannelTests : ChannelConformance, IDisposable
{
    private readonly FakeFacebook server = new();
    private readonly List<FacebookChannel> opened = [];

    public void Dispose()
    {
        opened.ForEach(channel => channel.Dispose());
        server.Dispose();
    }

    protected override bool TakesThreads => false;

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(FakeFacebook.Token);

    [Fact]
    public async Task Sent_again_by_a_person_the_post_that_stands_is_taken_for_it()
    {
        server.Faults.Enqueue(ServerFault.GatewayTimeoutAfter);
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);
        await Assert.ThrowsAsync<ChannelException>(async () => await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));
        Assert.Single(server.Shown);
    }

    [Fact]
    public async Task The_same_words_of_another_post_are_refused_with_where_they_stand()
    {
        var standing = server.Stand("Flu jabs today");
        var channel = await OpenAsync();
        var planned = Context("another") with { CreatedAt = TimeProvider.System.GetUtcNow().AddHours(1) };
        var prepared = await channel.PrepareAsync(Post("Flu jabs today"), planned, Cancel);

        var refused = Assert.IsType<SendOutcome.Rejected>(await channel.SendAsync(prepared, planned.Key, planned, Cancel));

        Assert.Contains("https://www.facebook.com/" + standing, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_Facebook_says_the_words_stand_is_no_proof()
    {
        using var haunted = new FakeFacebook { HasGhosts = true };
        using var channel = At(haunted);
        var prepared = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);

        await Assert.ThrowsAsync<ChannelException>(async () => await channel.SendAsync(prepared, Context().Key, Context(), Cancel));
        Assert.Empty(haunted.Shown);
    }

    [Fact]
    public async Task A_limit_of_the_Page_holds_for_as_long_as_Facebook_says_in_minutes()
    {
        server.Faults.Enqueue(ServerFault.TooMany);
        var channel = await OpenAsync();
        var post = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);

        var refused = Assert.IsType<SendOutcome.NotSent>(await channel.SendAsync(post, Context().Key, Context(), Cancel));

        Assert.Equal((TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3)), (refused.RetryAfter, refused.AccountRests));
    }

    [Fact]
    public async Task Without_the_permission_a_person_is_needed_and_nothing_is_lost()
    {
        server.Faults.Enqueue(ServerFault.Unauthorized);
        var channel = await OpenAsync();
        var post = await channel.PrepareAsync(Post("Flu jabs today"), Context(), Cancel);

        Assert.Contains("a person", Assert.IsType<SendOutcome.NotSent>(await channel.SendAsync(post, Context().Key, Context(), Cancel)).Reason, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(post, Context().Key, Context(), Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_stands_below_the_comment_and_is_found_there(bool below)
    {
        var asked = server.Comment("When are you open?", server.Stand("Flu jabs today"));
        var answered = below ? server.Comment("I wonder too", asked) : asked;
        server.Faults.Enqueue(ServerFault.DropAfter);
        var channel = await OpenAsync();
        var answer = await channel.PrepareAsync(Post("Until five.") with { InReplyTo = answered }, Context(), Cancel);
        await Assert.ThrowsAnyAsync<Exception>(async () => await channel.SendAsync(answer, Context().Key, Context(), Cancel));

        Assert.Contains(server.Shown, post => post.Text == "Until five." && post.To == asked);
        var now = TimeProvider.System.GetUtcNow();
        Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(new Attempt(Context().Key, answer.Bytes, now, now), Cancel));
        var alone = await channel.PrepareAsync(Post("Until five."), Context(), Cancel);
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(new Attempt(Context().Key, alone.Bytes, now, now), Cancel));
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_is_not_answered()
    {
        var asked = server.Comment("When are you open?", server.Stand("Flu jabs today"));
        server.Delete(asked);
        var channel = await OpenAsync();
        var answer = await channel.PrepareAsync(Post("Until five.") with { InReplyTo = asked }, Context(), Cancel);

        Assert.IsType<SendOutcome.Rejected>(await channel.SendAsync(answer, Context().Key, Context(), Cancel));
    }

    [Fact]
    public void A_Page_is_named_by_its_id() =>
        Assert.Throws<ArgumentException>(() => new FacebookChannel("town", new FacebookOptions { Page = "our-town", Credential = "env:TOKEN" }, Credentials));

    protected override ValueTask<bool> FailNextAsync(ChannelFault fault)
    {
        server.Faults.Enqueue(Faults.Of(fault));
        return ValueTask.FromResult(true);
    }

    protected override ValueTask<IChannel> OpenAsync()
    {
        opened.Add(At(server));
        return ValueTask.FromResult<IChannel>(opened[^1]);
    }

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. server.Shown.Select(post => new ShownPost(post.Text, post.Alts))]);

    private static FacebookChannel At(FakeFacebook server) => new(
        "account", new FacebookOptions { Address = server.Address + "/v25.0", Page = FakeFacebook.PageId, Credential = "env:TOKEN" }, new FixedCredentials(FakeFacebook.Token));
}
