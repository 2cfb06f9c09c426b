using System.Collections.Concurrent;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PolicyTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();
    private readonly ConcurrentQueue<string> said = new();

    public async ValueTask InitializeAsync()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        desk.Write("comms.json", """
            { "zone": "Europe/London", "nation": "england", "ledger": { "sqlite": "comms.db" }, "policy": "policy.json",
              "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ], "sources": [ { "jsonl": "heard.jsonl" } ] }
            """);
        desk.Write("heard.jsonl", """{"id":"1","text":"Thank you all","at":"2026-11-23T10:00:00Z"}""" + "\n");
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_run_follows_a_changed_policy_and_keeps_the_one_before_when_it_is_broken()
    {
        var good = await File.ReadAllTextAsync(desk.In("policy.json"), TestContext.Current.CancellationToken);
        using var running = desk.Start("run");
        running.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        running.BeginErrorReadLine();
        try
        {
            await Eventually.HoldsAsync(() => Said("1 heard"), "the run has begun");
            desk.Write("policy.json", "{ \"version\": 1,\n \"desk\": 5 }");
            await Eventually.HoldsAsync(() => Said("the policy before stays in use"), "the fault is told");
            Assert.Contains(said, line => line.Contains("line 2", StringComparison.Ordinal));
            desk.Write("policy.json", good + "\n");
            await Eventually.HoldsAsync(() => Said("the new one is in use"), "the new policy is followed");
            Assert.False(running.HasExited);
        }
        finally
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private bool Said(string words) => said.Any(line => line.Contains(words, StringComparison.Ordinal));
}
