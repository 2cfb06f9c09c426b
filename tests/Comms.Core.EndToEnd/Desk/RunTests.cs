using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class RunTests : IAsyncLifetime, IDisposable
{
    private const int Posts = 40;
    private readonly DeskProgram desk = new();

    private NumberedPosts Numbered => new(desk, "out/posts");

    private string[] Files => Numbered.Files;

    public async ValueTask InitializeAsync() => (await desk.RunAsync("init", "--yes")).Ended(0);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_post_appears_once_and_a_stop_is_clean()
    {
        await Numbered.ImportAsync(1);
        using var running = desk.StartOnTerminal("run");
        await Eventually.HoldsAsync(() => Files.Length == 1, "the post never appeared");

        await InterruptAsync(running);

        Assert.Equal(0, running.ExitCode);
        Assert.Contains("stopped", await running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Single(Files);
    }

    [Fact]
    public async Task Nothing_due_is_nothing_done()
    {
        var result = (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Equal(("", ""), (result.Output, result.Errors));
    }

    [Fact]
    public async Task Messages_of_a_source_are_heard_once_and_bad_rows_are_told()
    {
        desk.Write("comms.json", """
            { "accounts": [ { "id": "drop", "channel": "folder", "path": "out/posts" } ], "sources": [ { "csv": "in.csv", "textColumn": "comment" } ] }
            """);
        desk.Write("in.csv", "id,comment\n1,Good care\n2,\n3,I want to complain about the ward\n");

        var first = (await desk.RunAsync("run", "--until-idle")).Ended(1);
        var second = (await desk.RunAsync("run", "--until-idle")).Ended(0);
        await File.AppendAllTextAsync(desk.In("in.csv"), "4,Thank you all\n", TestContext.Current.CancellationToken);
        var third = (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("2 heard, 2 triaged", first.Errors, StringComparison.Ordinal);
        Assert.Contains("1 set aside", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", second.Errors);
        Assert.Contains("1 heard, 1 triaged", third.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_at_any_instant_each_post_is_published_once(int seed)
    {
        await Numbered.ImportAsync(Posts);
        for (var kill = 0; kill < 3 && Files.Length < Posts; kill++)
        {
            var enough = Files.Length + 1 + (((seed * 7919) + (kill * 104_729)) % (Posts / 3));
            await desk.KillRunOnceAsync(() => Files.Length >= enough || Files.Length == Posts, "the posts stopped appearing");
        }

        await Numbered.EndOnceEachAsync(Posts);
    }

    private static async Task InterruptAsync(Process running)
    {
        using var kill = Process.Start("kill", ["-INT", running.Id.ToString(CultureInfo.InvariantCulture)]);
        await running.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
