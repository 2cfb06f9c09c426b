using Comms.Core.EndToEnd.Processes;
using Comms.Core.Tests;
using Xunit;

namespace Comms.Core.EndToEnd.Packaging;

public sealed class AotTests
{
    [Fact]
    public async Task The_whole_loop_runs_as_a_native_program()
    {
        Needs.NativeToolchain();
        var cancel = TestContext.Current.CancellationToken;
        using var built = new TemporaryFolder();
        var publish = await Command.DotnetAsync(
            Repository.Root, cancel, "publish", "tests/Comms.Core.AotSmoke", "-c", "Release", "-p:RunAnalyzers=false",
            "--artifacts-path", built.Path);
        Needs.Registry(publish);
        Assert.DoesNotContain(" warning ", publish.Output, StringComparison.Ordinal);

        var program = Directory.EnumerateFiles(built.In("publish"), "Comms.Core.AotSmoke*", SearchOption.AllDirectories)
            .Single(file => Path.GetExtension(file) is ".AotSmoke" or ".exe");
        var run = (await Command.RunAsync(program, built.Path, cancel)).Succeeded();
        foreach (var ledger in (string[])["memory", "sqlite"])
        {
            Assert.Contains($"{ledger}: publish once: ok", run.Output, StringComparison.Ordinal);
            Assert.Contains($"{ledger}: audit: ok", run.Output, StringComparison.Ordinal);
        }
    }
}
