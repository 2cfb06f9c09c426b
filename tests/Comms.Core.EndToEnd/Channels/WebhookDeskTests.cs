using Comms.Core.EndToEnd.Desk;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.EndToEnd.Channels;

/// <summary>The desk calls a webhook whose address is its secret.</summary>
public sealed class WebhookDeskTests : IDisposable
{
    private const string Secret = "T000-hook-secret";

    private readonly DeskProgram desk = new();
    private readonly PageServer server = new();

    public void Dispose()
    {
        server.Dispose();
        desk.Dispose();
    }

    [Fact]
    public async Task A_post_is_sent_once_and_its_address_is_in_no_file_of_the_desk()
    {
        server.Show = _ => new PageAnswer("ok");
        desk.Environment["HOOK"] = $"{server.Address}/services/{Secret}";
        desk.Write("comms.json", """{ "accounts": [ { "id": "alerts", "channel": "slack", "credential": "env:HOOK" } ] }""");
        await desk.ImportAsync($$"""{"text":"Flu clinic today","accounts":["alerts"],"at":"{{Soon.In()}}","key":"k"}""");

        await Eventually.HoldsAsync(
            async () =>
            {
                await desk.RunAsync("run", "--until-idle");
                return server.Asked.Count > 0;
            },
            "the webhook was not called");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Single(server.Asked);
        Assert.All(
            Directory.EnumerateFiles(desk.In("comms-data"), "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Secret, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_on_call_is_told_of_an_emergency_in_the_run_that_hears_it()
    {
        server.Show = _ => new PageAnswer("ok");
        desk.Environment["HOOK"] = $"{server.Address}/services/{Secret}";
        desk.Write("comms.json", """
            { "accounts": [ { "id": "duty", "channel": "slack", "credential": "env:HOOK" } ], "sources": [ { "jsonl": "heard.jsonl" } ],
              "onCall": { "rotas": [ { "team": "*", "contacts": [ { "name": "duty manager", "account": "duty" } ] } ] } }
            """);
        desk.Write("heard.jsonl", """{"id":"1","text":"I have taken all my tablets and I want to die","at":"2026-11-28T23:47:00Z"}""" + "\n");

        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Single(server.Asked);
        Assert.Contains("duty manager was told by duty", (await desk.RunAsync("audit", "export")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_the_configuration_is_refused_and_not_quoted()
    {
        desk.Write("comms.json", $$"""{ "accounts": [ { "id": "alerts", "channel": "slack", "credential": "env:HOOK", "address": "https://hooks.example/{{Secret}}" } ] }""");

        var errors = (await desk.RunAsync("draft", "list")).Ended(2).Errors;

        Assert.Contains("name it under 'credential'", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, errors, StringComparison.Ordinal);
    }
}
