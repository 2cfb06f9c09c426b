using Comms.Core.Channels;
using Comms.Core.Channels.Bluesky;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Conformance.Channels;

public sealed class BlueskyChannelTests : ChannelConformance, IDisposable
{
    private readonly FakePds server = new();
    private readonly List<BlueskyChannel> opened = [];

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(FakePds.Password);

    public void Dispose()
    {
        opened.ForEach(channel => channel.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task A_session_that_ends_is_refreshed_and_the_post_stands_once()
    {
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Once"), Context(), Cancel);
        server.EndSession();

        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        Assert.Single(server.Shown);
    }

    [Fact]
    public async Task Links_tags_and_mentions_are_facets_in_bytes()
    {
        var channel = await OpenAsync();
        const string Text = "Bore da ŵ @anna.test #Flu https://nhs.uk/flu";
        var post = Post(Text) with
        {
            Facets =
            [
                new Facet(10, 10, FacetKind.Mention, "anna.test"),
                new Facet(21, 4, FacetKind.Hashtag, "Flu"),
                new Facet(26, 18, FacetKind.Link, "https://nhs.uk/flu"),
            ],
        };

        var prepared = await channel.PrepareAsync(post, Context(), Cancel);
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        var facets = Assert.Single(server.Shown)["facets"]!.AsArray();
        Assert.Equal([(11, 21), (22, 26), (27, 45)], facets.Select(facet => ((int)facet!["index"]!["byteStart"]!, (int)facet["index"]!["byteEnd"]!)));
        Assert.Equal("did:plc:anna", (string?)facets[0]!["features"]![0]!["did"]);
    }

    [Theory]
    [InlineData(null, FakePds.Notification)]
    [InlineData("bafyroot", "bafyroot")]
    public async Task An_answer_stands_under_the_message_and_in_its_whole_conversation(string? under, string root)
    {
        server.Mention("When are you open?", under);
        var channel = await OpenAsync();
        var prepared = await channel.PrepareAsync(Post("Until five.") with { InReplyTo = "at://did:plc:anna/app.bsky.feed.post/3k000000" }, Context(), Cancel);
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel));

        var reply = Assert.Single(server.Shown)["reply"]!;
        Assert.Equal((root, FakePds.Notification), ((string)reply["root"]!["cid"]!, (string)reply["parent"]!["cid"]!));
    }

    [Theory]
    [InlineData("at://did:plc:anna/app.bsky.feed.post/3kgone")]
    [InlineData("https://bsky.app/profile/anna.test")]
    public async Task What_cannot_be_answered_stops_the_preparation(string answered)
    {
        var channel = await OpenAsync();
        await Assert.ThrowsAsync<ChannelException>(async () => await channel.PrepareAsync(Post("Until five.") with { InReplyTo = answered }, Context(), Cancel));
    }

    protected override ValueTask<bool> FailNextAsync(ChannelFault fault)
    {
        server.Faults.Enqueue(Faults.Of(fault));
        return ValueTask.FromResult(true);
    }

    protected override ValueTask<IChannel> OpenAsync()
    {
        var channel = new BlueskyChannel("account", new BlueskyOptions { Address = server.Address, User = "town.test", Credential = "env:PASSWORD" }, Credentials);
        opened.Add(channel);
        return ValueTask.FromResult<IChannel>(channel);
    }

    protected override ValueTask<IReadOnlyList<ShownPost>> ShownAsync() => ValueTask.FromResult<IReadOnlyList<ShownPost>>(
        [.. server.Shown.Select(record => new ShownPost((string)record["text"]!, [.. (record["embed"]?["images"]?.AsArray() ?? []).Select(image => (string)image!["alt"]!)]))]);
}
