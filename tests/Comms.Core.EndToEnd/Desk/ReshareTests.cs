using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ReshareTests : IDisposable
{
    private const string Garden = "https://towns.example/garden";

    private const string Heard = $$"""
        {"id":"1","text":"The garden is open","at":"2026-11-20T10:00:00Z","url":"{{Garden}}","author":"@blogger@towns.example"}
        {"id":"2","text":"Flu jabs are open","at":"2026-11-20T10:00:00Z","url":"https://nation.example/flu","author":"@health@nation.example"}

        """;

    private readonly DeskProgram desk = new();

    public ReshareTests()
    {
        desk.Write("comms.json", """
            { "actors": [ { "id": "pat", "roles": ["author"] }, { "id": "ros", "roles": ["approver", "publisher"] } ],
              "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ], "sources": [ { "jsonl": "in.jsonl" } ],
              "reshares": { "trusted": [ { "handle": "@health@nation.example", "source": "in.jsonl" } ], "disclaimer": "Sharing is not endorsing.", "approveTrusted": true } }
            """);
        desk.Write("in.jsonl", Heard);
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task What_somebody_wrote_is_passed_on_with_its_source_until_it_is_deleted_there()
    {
        await HearAsync();
        var draft = (await desk.RunAsync("draft", "reshare", Garden, "--account", "drop", "--words", "Do visit.", "--as", "pat")).Ended(0);
        Assert.Contains("it waits for a person: the rule approves only what trusted bodies wrote", draft.Errors, StringComparison.Ordinal);
        Assert.Contains(
            $"Do visit.\\n\\n@blogger@towns.example: {Garden}\\n\\nSharing is not endorsing.", (await desk.RunAsync("draft", "show", draft.Output.Trim())).Ended(0).Output, StringComparison.Ordinal);

        desk.Write("in.jsonl", Heard + """{"id":"1","deleted":"2026-11-21T10:00:00Z"}""");
        await HearAsync();
        Assert.Contains("what it passes on was deleted at its source", (await desk.RunAsync("approve", draft.Output.Trim(), "--as", "ros")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no message", (await desk.RunAsync("draft", "reshare", Garden, "--account", "drop", "--as", "pat")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_bodys_post_is_approved_by_the_rule_but_not_in_a_hold()
    {
        await HearAsync();
        (await desk.RunAsync("hold", "on", "--reason", "a fire", "--as", "ros")).Ended(0);
        var held = (await desk.RunAsync("draft", "reshare", "https://nation.example/flu", "--account", "drop", "--as", "pat")).Ended(0);
        Assert.Contains("the rule approves nothing while ros holds posts: a fire", held.Errors, StringComparison.Ordinal);

        (await desk.RunAsync("hold", "off", "--as", "ros")).Ended(0);
        desk.Write("in.jsonl", Heard + """{"id":"3","text":"Wash your hands","at":"2026-11-20T10:00:00Z","url":"https://nation.example/hands","author":"@health@nation.example"}""");
        await HearAsync();
        var passed = (await desk.RunAsync("draft", "reshare", "https://nation.example/hands", "--account", "drop", "--as", "pat")).Ended(0);
        Assert.Contains("approved by rule:trusted-reshares", passed.Errors, StringComparison.Ordinal);
    }

    private async Task HearAsync() => (await desk.RunAsync("run", "--until-idle")).Ended(0);
}
