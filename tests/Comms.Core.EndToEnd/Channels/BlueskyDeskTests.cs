using Comms.Core.EndToEnd.Desk;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

public sealed class BlueskyDeskTests : IDisposable
{
    private readonly DeskProgram desk = new();
    private readonly FakePds server = new();

    public BlueskyDeskTests()
    {
        desk.Environment["TOWN_PASSWORD"] = FakePds.Password;
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "town", "channel": "bluesky", "address": "{{server.Address}}", "user": "town.test", "credential": "env:TOWN_PASSWORD" } ],
              "sources": [ { "account": "town" } ] }
            """);
    }

    public void Dispose()
    {
        server.Dispose();
        desk.Dispose();
    }

    [Fact]
    public async Task A_post_stands_with_its_tag_and_a_mention_is_heard()
    {
        await desk.ImportAsync($$"""{"text":"Flu jabs today #Flu","accounts":["town"],"at":"{{Soon.In()}}","key":"k"}""");
        server.Mention("Thank you for the clinic");

        var first = await desk.RunAsync("run", "--until-idle");
        await Task.Delay(TimeSpan.FromSeconds(Soon.Seconds), TimeProvider.System, TestContext.Current.CancellationToken);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("1 heard, 1 triaged", first.Ended(0).Errors, StringComparison.Ordinal);
        var post = Assert.Single(server.Shown);
        Assert.Equal("Flu", (string?)post["facets"]![0]!["features"]![0]!["tag"]);
    }

    [Fact]
    public async Task An_account_without_its_user_is_named()
    {
        desk.Write("comms.json", """{ "accounts": [ { "id": "town", "channel": "bluesky", "address": "https://pds.example", "credential": "env:P" } ] }""");

        Assert.Contains("user: is missing", (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
