using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.Channels.Bluesky;
using Comms.Core.Testing;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>The suite of channels against a real Bluesky server (<c>tests/servers/up.sh</c>), an account of its own for each fact.</summary>
public sealed class RealPdsTests : ChannelConformance, IDisposable
{
    private const string Password = "a-password-of-the-tests";
    private static int accounts;
    private readonly HttpClient http = new();
    private readonly List<BlueskyChannel> opened = [];
    private (string Handle, string Did)? account;

    protected override ICredentialSource Credentials { get; } = new FixedCredentials(Password);

    public void Dispose()
    {
        opened.ForEach(channel => channel.Dispose());
        http.Dispose();
    }

    [Fact]
    public async Task An_answer_stands_under_a_post_of_someone_else()
    {
        var channel = await OpenAsync();
        var server = RealServer.Address("COMMS_TEST_PDS", "pds");
        var (other, _) = await RegisterAsync(server);
        using var theirs = new BlueskyChannel("other", new BlueskyOptions { Address = server, User = other, Credential = "env:PASSWORD" }, Credentials);
        var question = await SendAsync(theirs, Post("When are you open?"));
        var asked = question.Id[..question.Id.IndexOf(' ', StringComparison.Ordinal)];

        await SendAsync(channel, Post("Until five.") with { InReplyTo = asked });

        var found = await http.GetFromJsonAsync<JsonElement>(
            $"{server}/xrpc/com.atproto.repo.listRecords?repo={account!.Value.Did}&collection=app.bsky.feed.post", Cancel);
        var reply = found.GetProperty("records")[0].GetProperty("value").GetProperty("reply");
        Assert.Equal((asked, asked), (reply.GetProperty("root").GetProperty("uri").GetString(), reply.GetProperty("parent").GetProperty("uri").GetString()));
    }

    [Fact]
    public async Task What_it_passes_on_is_a_repost_without_a_word_and_a_quote_with_some()
    {
        var channel = await OpenAsync();
        Assert.True(Assert.IsAssignableFrom<IReshares>(channel).Quotes);
        var server = RealServer.Address("COMMS_TEST_PDS", "pds");
        var (other, _) = await RegisterAsync(server);
        using var theirs = new BlueskyChannel("other", new BlueskyOptions { Address = server, User = other, Credential = "env:PASSWORD" }, Credentials);
        var garden = (await SendAsync(theirs, Post("The new garden is open to all."))).Id.Split(' ');
        var repost = Post("") with { Original = garden[0], Reshares = "heard" };

        var prepared = await channel.PrepareAsync(repost, Context(), Cancel);
        var attempt = new Attempt(Context().Key, prepared.Bytes, Context().CreatedAt, Context().Deadline);
        Assert.IsType<ReadBack.Absent>(await ((IReadBack)channel).FindAsync(attempt, Cancel));
        var stands = await SendAsync(channel, repost);
        Assert.Equal(stands, await SendAsync(channel, repost));
        Assert.Equal(stands, Assert.IsType<ReadBack.Found>(await ((IReadBack)channel).FindAsync(attempt, Cancel)).Receipt);
        Assert.Equal($"https://bsky.app/profile/{account!.Value.Handle}", stands.Url);
        Assert.Equal(garden, Named(Assert.Single(await RecordsAsync("app.bsky.feed.repost")).GetProperty("subject")));

        await SendAsync(channel, Post("Well put.") with { Original = garden[0], Reshares = "heard" });
        Assert.Equal(garden, Named(Assert.Single(await RecordsAsync("app.bsky.feed.post")).GetProperty("embed").GetProperty("record")));
    }

    [Fact]
    public async Task A_link_has_its_card_also_below_what_is_quoted()
    {
        var channel = await OpenAsync();
        Assert.True((await channel.DescribeAsync(Cancel)).Cards);
        var card = new LinkCard("https://trust.example/flu", "Flu jabs", "Who can have one, and where.");
        var own = await SendAsync(channel, Post("Come: https://trust.example/flu") with { Card = card });

        var external = Assert.Single(await RecordsAsync("app.bsky.feed.post")).GetProperty("embed").GetProperty("external");
        Assert.Equal((card.Url, card.Title, card.Description), (external.GetProperty("uri").GetString(), external.GetProperty("title").GetString(), external.GetProperty("description").GetString()));

        var context = Context() with { Key = new DeliveryKey(new string('b', 32)), CreatedAt = Context().CreatedAt.AddSeconds(1) };
        var quoting = await channel.PrepareAsync(Post("As we said: https://trust.example/flu") with { Card = card, Original = own.Id.Split(' ')[0] }, context, Cancel);
        Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(quoting, context.Key, context, Cancel));
        var both = (await RecordsAsync("app.bsky.feed.post")).Single(post => post.GetProperty("text").GetString()!.StartsWith("As", StringComparison.Ordinal)).GetProperty("embed");
        Assert.Equal(own.Id.Split(' '), Named(both.GetProperty("record").GetProperty("record")));
        Assert.Equal(card.Url, both.GetProperty("media").GetProperty("external").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task What_is_gone_is_not_passed_on()
    {
        var channel = await OpenAsync();

        var fault = await Assert.ThrowsAsync<ChannelException>(async () => await channel.PrepareAsync(
            Post("") with { Original = $"at://{account!.Value.Did}/app.bsky.feed.post/3kabcdefghijk" }, Context(), Cancel));

        Assert.Contains("what it passes on is not there any more", fault.Message, StringComparison.Ordinal);
    }

    private static string[] Named(JsonElement post) => [post.GetProperty("uri").GetString()!, post.GetProperty("cid").GetString()!];

    private async Task<IReadOnlyList<JsonElement>> RecordsAsync(string collection)
    {
        var found = await http.GetFromJsonAsync<JsonElement>(
            $"{RealServer.Address("COMMS_TEST_PDS", "pds")}/xrpc/com.atproto.repo.listRecords?repo={account!.Value.Did}&collection={collection}", Cancel);
        return [.. found.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("value"))];
    }

    protected override async ValueTask<IChannel> OpenAsync()
    {
        var server = RealServer.Address("COMMS_TEST_PDS", "pds");
        account ??= await RegisterAsync(server);
        var channel = new BlueskyChannel(
            "account", new BlueskyOptions { Address = server, User = account.Value.Handle, Credential = "env:PASSWORD" }, Credentials);
        opened.Add(channel);
        return channel;
    }

    protected override async ValueTask<IReadOnlyList<ShownPost>> ShownAsync()
    {
        var server = RealServer.Address("COMMS_TEST_PDS", "pds");
        var found = await http.GetFromJsonAsync<JsonElement>(
            $"{server}/xrpc/com.atproto.repo.listRecords?repo={account!.Value.Did}&collection=app.bsky.feed.post&limit=100", Cancel);
        return
        [
            .. found.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("value"))
                .Select(post => new ShownPost(post.GetProperty("text").GetString()!, Alts(post)))
                .OrderBy(post => post.Text, StringComparer.Ordinal),
        ];
    }

    private async Task<Receipt> SendAsync(IChannel channel, Rendition post)
    {
        var prepared = await channel.PrepareAsync(post, Context(), Cancel);
        return Assert.IsType<SendOutcome.Accepted>(await channel.SendAsync(prepared, Context().Key, Context(), Cancel)).Receipt;
    }

    private static IReadOnlyList<string> Alts(JsonElement post) => post.TryGetProperty("embed", out var embed)
        ? [.. embed.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("alt").GetString()!)]
        : [];

    private async Task<(string Handle, string Did)> RegisterAsync(string server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}x{Interlocked.Increment(ref accounts)}");
        using var answer = await http.PostAsJsonAsync(
            $"{server}/xrpc/com.atproto.server.createAccount", new { handle = $"{name}.test", email = $"{name}@example.test", password = Password }, Cancel);
        answer.EnsureSuccessStatusCode();
        return ($"{name}.test", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("did").GetString()!);
    }
}
