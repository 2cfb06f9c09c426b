using System.Globalization;
using Comms.Core.EndToEnd.Desk;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>The desk against a Mastodon server that fails: whatever breaks, each post stands once.</summary>
public sealed class MastodonDeskTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_thread_with_a_picture_stands_with_its_description_and_in_order()
    {
        using var server = Serve(new FakeMastodon());
        File.WriteAllBytes(desk.In("heron.png"), [137, 80, 78, 71, 13, 10, 26, 10]);
        var sentence = "The clinic is open until five today. ";
        await desk.ImportAsync($$"""{"text":"{{string.Concat(Enumerable.Repeat(sentence, 20)).Trim()}}","accounts":["town"],"at":"{{Soon.In()}}","media":[{"path":"heron.png","alt":"A heron"}],"key":"k"}""");

        await RunUntilAsync(() => server.Shown.Count == 2);

        Assert.Equal(["A heron"], server.Shown[0].Alts);
        Assert.NotNull(server.Shown[1].InReplyTo);
    }

    [Theory]
    [InlineData(nameof(ServerFault.DropAfter))]
    [InlineData(nameof(ServerFault.DropBefore))]
    [InlineData(nameof(ServerFault.GatewayTimeoutAfter))]
    [InlineData(nameof(ServerFault.CutAfter))]
    [InlineData(nameof(ServerFault.TooMany))]
    public async Task Whatever_the_server_does_the_post_stands_once(string fault)
    {
        using var server = Serve(new FakeMastodon());
        server.Faults.Enqueue(Enum.Parse<ServerFault>(fault));
        await desk.ImportAsync($$"""{"text":"Flu jabs today","accounts":["town"],"at":"{{Soon.In()}}","key":"k"}""");

        await RunUntilAsync(() => server.Shown.Count == 1);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Equal("Flu jabs today", Assert.Single(server.Shown).Text);
        Assert.Contains("published", (await desk.RunAsync("plan", "--week", ThisWeek.Name, "--format", "json")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_ignores_keys_is_read_back_and_never_sent_to_twice()
    {
        using var server = Serve(new FakeMastodon { HonoursKeys = false });
        server.Faults.Enqueue(ServerFault.DropAfter);
        server.Faults.Enqueue(ServerFault.DropBefore);
        await desk.ImportAsync(
            $$"""{"text":"It stands","accounts":["town"],"at":"{{Soon.In()}}","key":"a"}""",
            $$"""{"text":"It does not","accounts":["town"],"at":"{{Soon.In()}}","key":"b"}""");

        await RunUntilAsync(() => server.Faults.IsEmpty);
        await RunUntilAsync(() => true);
        var plan = (await desk.RunAsync("plan", "--week", ThisWeek.Name, "--format", "json")).Ended(0).Output;

        Assert.Single(server.Shown);
        Assert.Contains("\"step\":\"published\"", plan, StringComparison.Ordinal);
        Assert.Contains("\"step\":\"waiting\"", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_any_instant_each_post_stands_once()
    {
        const int Posts = 24;
        using var server = Serve(new FakeMastodon());
        await desk.ImportAsync([.. Enumerable.Range(0, Posts).Select(post => $$"""{"text":"Post number {{post}}.","accounts":["town"],"at":"{{Soon.In()}}","key":"k{{post}}"}""")]);
        foreach (var enough in (int[])[3, 14])
        {
            await desk.KillRunOnceAsync(() => server.Shown.Count >= enough, "the posts stopped appearing");
        }

        await RunUntilAsync(() => server.Shown.Count >= Posts);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Equal(
            Enumerable.Range(0, Posts).Select(post => string.Create(CultureInfo.InvariantCulture, $"Post number {post}.")).Order(StringComparer.Ordinal),
            server.Shown.Select(post => post.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Mentions_are_heard_once_and_triaged()
    {
        using var server = Serve(new FakeMastodon());
        server.Mention("I want to complain about the waiting times at the clinic");

        var first = (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var second = (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("1 heard, 1 triaged", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", second.Errors);
    }

    [Fact]
    public async Task A_question_is_answered_where_it_was_asked_and_its_case_knows()
    {
        using var server = Serve(new FakeMastodon());
        server.Mention("I want to complain about the waiting times at the clinic");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var id = Field((await desk.RunAsync("cases", "list")).Ended(0).Lines[0], "id");

        var draft = (await desk.RunAsync("cases", "reply", id, "Thank you for telling us. Please write to pals@trust.example.", "--as", "writer")).Ended(0).Lines[0];
        Assert.Equal(draft, (await desk.RunAsync("cases", "reply", id, "Thank you for telling us. Please write to pals@trust.example.", "--as", "writer")).Ended(0).Lines[0]);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Empty(server.Shown);
        (await desk.RunAsync("approve", draft, "--as", "writer")).Ended(2);
        (await desk.RunAsync("approve", draft, "--as", "approver")).Ended(0);
        (await desk.RunAsync("schedule", draft, "--at", Soon.In(), "--as", "approver")).Ended(0);
        await RunUntilAsync(() => server.Shown.Count == 1);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Equal(("m000001", "@anna@elsewhere.example Thank you for telling us. Please write to pals@trust.example."), (server.Shown[0].InReplyTo, server.Shown[0].Text));
        var answered = (await desk.RunAsync("cases", "show", id)).Ended(0).Output;
        Assert.Equal("answered", Field(answered, "state"));
        Assert.Contains("by a reply on town, " + server.Address, answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_in_no_file_of_the_desk()
    {
        using var server = Serve(new FakeMastodon());
        server.Faults.Enqueue(ServerFault.GatewayTimeoutAfter);
        await desk.ImportAsync($$"""{"text":"Flu jabs today","accounts":["town"],"at":"{{Soon.In()}}","key":"k"}""");
        await RunUntilAsync(() => server.Shown.Count == 1);

        Assert.All(
            Directory.EnumerateFiles(desk.In("comms-data"), "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(FakeMastodon.Token, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_http_to_another_machine_is_refused()
    {
        desk.Write("comms.json", """{ "accounts": [ { "id": "town", "channel": "mastodon", "address": "http://social.example", "credential": "env:T" } ] }""");

        Assert.Contains("this machine only", (await desk.RunAsync("draft", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private FakeMastodon Serve(FakeMastodon server)
    {
        desk.Environment["TOWN_TOKEN"] = FakeMastodon.Token;
        desk.Write("comms.json", $$"""
            { "accounts": [ { "id": "town", "channel": "mastodon", "address": "{{server.Address}}", "credential": "env:TOWN_TOKEN" } ],
              "sources": [ { "account": "town" } ] }
            """);
        return server;
    }

    private static string Field(string json, string name)
    {
        using var read = System.Text.Json.JsonDocument.Parse(json);
        return read.RootElement.GetProperty(name).GetString()!;
    }

    /// <summary>What a killed run had claimed is free after its lease; a post that had no effect is tried again after half a minute.</summary>
    private async Task RunUntilAsync(Func<bool> done)
    {
        for (var run = 0; run < 40; run++)
        {
            await desk.RunAsync("run", "--until-idle");
            if (done())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail("the posts did not appear");
    }
}
