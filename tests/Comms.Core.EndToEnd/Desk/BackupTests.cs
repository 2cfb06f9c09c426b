using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class BackupTests : IAsyncLifetime, IDisposable
{
    private const int Posts = 5;
    private readonly DeskProgram desk = new();

    private NumberedPosts Numbered => new(desk, "out/posts");

    /// <summary>Posts are planned, the ledger is backed up, and then the posts go out.</summary>
    public async ValueTask InitializeAsync()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        await Numbered.ImportAsync(Posts);
        (await desk.RunAsync("backup", "friday.db")).Ended(0);
        await desk.KillRunOnceAsync(() => Numbered.Files.Length == Posts, "the posts did not go out");
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_restored_backup_sends_nothing_twice()
    {
        var restored = (await desk.RunAsync("restore", "friday.db")).Ended(0);
        Assert.Contains("what stood there is kept", restored.Errors, StringComparison.Ordinal);
        Assert.Contains($"{Posts} deliveries were due by now", restored.Errors, StringComparison.Ordinal);

        await Numbered.EndOnceEachAsync(Posts);

        Assert.Contains("ledger restored", (await desk.RunAsync("audit", "export")).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_was_put_back_by_hand_is_noticed()
    {
        Directory.Delete(desk.In("comms-data"), recursive: true);
        Directory.CreateDirectory(desk.In("comms-data"));
        File.Copy(desk.In("friday.db"), desk.In("comms-data/comms.db"));

        var run = (await desk.RunAsync("run", "--until-idle")).Ended(0);

        Assert.Contains("the ledger is an older copy", run.Errors, StringComparison.Ordinal);
        await Numbered.EndOnceEachAsync(Posts);
    }

    [Fact]
    public async Task What_is_no_backup_and_who_may_not_are_refused()
    {
        (await desk.RunAsync("restore", "monday.db")).Ended(2);
        (await desk.RunAsync("restore", "comms.json")).Ended(2);
        (await desk.RunAsync("restore", "friday.db", "--as", "writer")).Ended(2);
        (await desk.RunAsync("backup", "friday.db")).Ended(2);
        await Numbered.EndOnceEachAsync(Posts);
    }
}
