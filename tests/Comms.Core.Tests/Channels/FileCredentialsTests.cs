using Comms.Core.Channels;
using Comms.Core.Tests.Servers;
using Xunit;

namespace Comms.Core.Tests.Channels;

public sealed class FileCredentialsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_of_the_folder_is_a_secret_without_the_white_space_around_it()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "token"), " a-secret\n", Cancel);
        var credentials = new FileCredentials(folder);

        Assert.Equal("a-secret", await credentials.FindAsync("file:token", Cancel));
        Assert.Null(await credentials.FindAsync("file:none", Cancel));
        Assert.Null(await credentials.FindAsync("file:no/such", Cancel));
    }

    [Fact]
    public async Task What_is_named_otherwise_is_asked_for_elsewhere_and_kept_there_alone()
    {
        var credentials = new FileCredentials(folder, new FixedCredentials("elsewhere"));

        Assert.Equal("elsewhere", await credentials.FindAsync("env:NAME", Cancel));
        Assert.Null(await credentials.RenewAsync("env:NAME", "elsewhere", () => Fresh("fresh"), Cancel));
    }

    [Fact]
    public async Task A_new_secret_takes_the_place_of_the_one_that_is_known_and_is_its_owners_alone()
    {
        var path = Path.Combine(folder, "token");
        await File.WriteAllTextAsync(path, "old\n", Cancel);
        var credentials = new FileCredentials(folder);

        Assert.Null(await credentials.RenewAsync("file:token", "old", () => Fresh(null), Cancel));
        Assert.Equal("fresh", await credentials.RenewAsync("file:token", "old", () => Fresh("fresh"), Cancel));
        Assert.Equal("fresh", await credentials.RenewAsync("file:token", "old", () => Fresh("late"), Cancel));
        Assert.Null(await credentials.RenewAsync("file:none", "old", () => Fresh("fresh"), Cancel));

        Assert.Equal("fresh", await credentials.FindAsync("file:token", Cancel));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Of_many_who_renew_at_once_one_asks_and_all_have_what_it_was_given()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "token"), "old", Cancel);
        var asked = 0;

        var had = await Task.WhenAll(Enumerable.Range(0, 8).Select(host => Task.Run(
            async () => await new FileCredentials(folder).RenewAsync("file:token", "old", () => Fresh($"fresh {Interlocked.Increment(ref asked)}"), Cancel), Cancel)));

        Assert.All(had, secret => Assert.Equal("fresh 1", secret));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task What_cannot_be_read_or_kept_is_a_fault_that_names_it_and_no_secret()
    {
        Directory.CreateDirectory(Path.Combine(folder, "token"));

        Assert.Contains("file:token", (await Assert.ThrowsAsync<ChannelException>(async () => await new FileCredentials(folder).FindAsync("file:token", Cancel))).Message, StringComparison.Ordinal);
        var kept = await Assert.ThrowsAsync<ChannelException>(async () => await new FileCredentials(Path.Combine(folder, "gone")).RenewAsync("file:token", "old", () => Fresh("fresh"), Cancel));
        Assert.DoesNotContain("fresh", kept.Message, StringComparison.Ordinal);
    }

    private static ValueTask<string?> Fresh(string? secret) => ValueTask.FromResult(secret);
}
