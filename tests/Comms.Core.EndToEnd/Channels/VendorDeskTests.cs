using System.Text.Json;
using Comms.Core.Channels;
using Comms.Core.EndToEnd.Desk;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>The desk against stubs of X and Facebook, which know no key: whatever breaks, each post stands once, and what nobody can tell a person decides.</summary>
public sealed class VendorDeskTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("x")]
    [InlineData("facebook")]
    public async Task Whatever_the_server_does_each_post_stands_once(string channel)
    {
        ServerFault[] faults = [ServerFault.DropAfter, ServerFault.GatewayTimeoutAfter, ServerFault.CutAfter];
        using var server = Serve(channel);
        Array.ForEach(faults, server.Faults.Enqueue);
        await desk.ImportAsync(faults.Select(fault => $$"""{"text":"{{fault}}: https://example.com/flu","accounts":["town"],"at":"{{Soon.In()}}","key":"{{fault}}"}"""));

        await RunUntilAsync(async () => (await PlanAsync()).Split("\"step\":\"published\"").Length == faults.Length + 1);

        Assert.Equal(faults.Select(fault => $"{fault}: https://example.com/flu").Order(StringComparer.Ordinal), Texts(server).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_limit_is_waited_for()
    {
        using var server = Serve("x");
        server.Faults.Enqueue(ServerFault.TooMany);
        await desk.ImportAsync($$"""{"text":"Flu jabs today","accounts":["town"],"at":"{{Soon.In()}}","key":"k"}""");

        await RunUntilAsync(() => Task.FromResult(Texts(server).Count == 1));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("facebook")]
    public async Task What_may_have_been_sent_and_does_not_stand_a_person_decides(string channel)
    {
        using var server = Serve(channel);
        server.Faults.Enqueue(ServerFault.DropBefore);
        await desk.ImportAsync($$"""{"text":"Flu jabs today","accounts":["town"],"at":"{{Soon.In()}}","key":"k"}""");

        await RunUntilAsync(async () => (await PlanAsync()).Contains("\"step\":\"waiting\"", StringComparison.Ordinal));

        Assert.Empty(Texts(server));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("facebook")]
    public async Task What_is_asked_there_is_heard_once_and_answered_below_it(string channel)
    {
        using var server = Serve(channel);
        var asked = server switch
        {
            FakeX x => x.Mention("@town I want to complain about the waiting times at the clinic"),
            FakeFacebook facebook => facebook.Comment("I want to complain about the waiting times at the clinic", facebook.Stand("The clinic is open.")),
            _ => throw new ArgumentException("There is no such server.", nameof(channel)),
        };
        Assert.Contains("1 heard, 1 triaged", (await desk.RunAsync("run", "--until-idle")).Ended(0).Errors, StringComparison.Ordinal);
        using var listed = JsonDocument.Parse((await desk.RunAsync("cases", "list")).Ended(0).Lines[0]);
        var id = listed.RootElement.GetProperty("id").GetString()!;

        var draft = (await desk.RunAsync("cases", "reply", id, "Thank you for telling us. Please write to pals@trust.example.", "--as", "writer")).Ended(0).Lines[0];
        (await desk.RunAsync("approve", draft, "--as", "approver")).Ended(0);
        (await desk.RunAsync("schedule", draft, "--at", Soon.In(), "--as", "approver")).Ended(0);
        await RunUntilAsync(() => Task.FromResult(Answers(server).Contains((asked, "Thank you for telling us. Please write to pals@trust.example."))));
    }

    [Fact]
    public async Task Tokens_that_have_ended_are_renewed_in_their_file_and_are_in_no_other()
    {
        using var server = Serve("x");
        ((FakeX)server).EndTokens();
        await desk.ImportAsync($$"""{"text":"Flu jabs today","accounts":["town"],"at":"{{Soon.In()}}","key":"k"}""");

        await RunUntilAsync(() => Task.FromResult(Texts(server).Count == 1));

        Assert.Contains(FakeX.Refresh + "-1", await File.ReadAllTextAsync(desk.In("tokens.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(desk.In("comms-data"), "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(FakeX.Token, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "id": "t", "channel": "x" }""", "credential: is missing")]
    [InlineData("""{ "id": "t", "channel": "x", "credential": "env:T", "address": "http://api.example" }""", "this machine only")]
    [InlineData("""{ "id": "t", "channel": "facebook", "credential": "env:T" }""", "user: is missing")]
    [InlineData("""{ "id": "t", "channel": "facebook", "credential": "env:T", "user": "our-town" }""", "'our-town' is no id of a Facebook Page")]
    [InlineData("""{ "id": "t", "channel": "x", "credential": "env:T", "app": { "secret": "env:S" } }""", "id: is missing")]
    public async Task A_fault_in_the_configuration_is_named(string account, string fault)
    {
        desk.Write("comms.json", $$"""{ "accounts": [ {{account}} ] }""");

        Assert.Contains(fault, (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private FakeServer Serve(string channel)
    {
        FakeServer server = channel == "x" ? new FakeX() : new FakeFacebook();
        var (user, address) = channel == "x" ? ("", server.Address) : ($"\"user\": \"{FakeFacebook.PageId}\",", server.Address + "/v25.0");
        desk.Write("tokens.json", channel == "x" ? new TokenSet { AccessToken = FakeX.Token, RefreshToken = FakeX.Refresh }.ToSecret() : FakeFacebook.Token);
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "town", "channel": "{{channel}}", {{user}} "address": "{{address}}", "credential": "file:tokens.json", "app": { "id": "an-app" } } ],
              "sources": [ { "account": "town" } ] }
            """);
        return server;
    }

    private static List<string> Texts(FakeServer server) => [.. Answers(server).Select(post => post.Text)];

    private static List<(string? To, string Text)> Answers(FakeServer server) => server switch
    {
        FakeX x => [.. x.Shown.Select(post => (post.To, post.Text))],
        FakeFacebook facebook => [.. facebook.Shown.Where(post => post.Text != "The clinic is open.").Select(post => (post.To, post.Text))],
        _ => throw new ArgumentException("There is no such server.", nameof(server)),
    };

    private async Task<string> PlanAsync() => (await desk.RunAsync("plan", "--week", ThisWeek.Name, "--format", "json")).Ended(0).Output;

    private async Task RunUntilAsync(Func<Task<bool>> done)
    {
        for (var run = 0; run < 40; run++)
        {
            await desk.RunAsync("run", "--until-idle");
            if (await done())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail("it did not come so far");
    }
}
