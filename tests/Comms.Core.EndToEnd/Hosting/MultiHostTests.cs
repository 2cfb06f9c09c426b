using System.Diagnostics;
using Comms.Core.Tests.PostgreSql;
using Xunit;

namespace Comms.Core.EndToEnd.Hosting;

public sealed class MultiHostTests
{
    private const int Posts = 90;

    [Fact]
    public async Task Three_hosts_on_one_ledger_one_killed_every_few_seconds_show_every_post_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync();
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.OfSample("MultiHost", "multihost.dll"), $"{Posts}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["COMMS_LEDGER"] = database.ConnectionString;
        using var rehearsal = Process.Start(start)!;
        var (output, errors) = (rehearsal.StandardOutput.ReadToEndAsync(cancel), rehearsal.StandardError.ReadToEndAsync(cancel));
        await rehearsal.WaitForExitAsync(cancel);

        Assert.Equal("", await errors);
        var table = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(row => row[..22].Trim(), row => int.Parse(row[22..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((Posts, 0, 0, Posts), (table["on the boards"], table["there twice"], table["missing"], table["ledger: Published"]));
        Assert.InRange(table["hosts killed"], 1, 100);
        Assert.InRange(table["calls that send"], Posts, 2 * Posts);
        Assert.Equal(0, rehearsal.ExitCode);
    }
}
