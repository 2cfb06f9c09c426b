using System.Collections.Concurrent;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PolicyTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();
    private readonly ConcurrentQueue<string> said = new();

    public async ValueTask InitializeAsync() => (await desk.RunAsync("init", "--yes")).Ended(0);

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
            // A change that came before the run began to look is none: each time the file is another.
            var times = 0;
            await Eventually.HoldsAsync(() => Writes("{ \"version\": 1,\n \"desk\": 5 }" + new string(' ', times++), "line 2"), "the fault is told");
            Assert.Contains(said, line => line.Contains("the policy before stays in use", StringComparison.Ordinal));
            await Eventually.HoldsAsync(() => Writes(good + new string(' ', times++), "the new one is in use"), "the new policy is followed");
            Assert.False(running.HasExited);
        }
        finally
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private bool Writes(string policy, string answer)
    {
        desk.Write("policy.json", policy);
        return said.Any(line => line.Contains(answer, StringComparison.Ordinal));
    }
}
