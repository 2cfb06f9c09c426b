using Comms.Core.EndToEnd.Processes;
using Comms.Core.Tests;
using Comms.Core.Tests.PostgreSql;
using Comms.Core.Tests.Servers;
using Npgsql;
using Xunit;

namespace Comms.Core.EndToEnd.Kills;

public sealed class ManyHostsTests
{
    private const int Restarts = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_hosts_whose_sessions_end_at_random_show_every_post_once()
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync();
        var ended = 0L;

        await ManyHosts.ShowEveryPostOnceAsync(database.ConnectionString, TroubleAsync, folder, Cancel);

        Assert.True(ended > 20, $"only {ended} sessions were ended");

        async Task TroubleAsync()
        {
            for (var round = 0; round < 200; round++)
            {
                ended += await TestServer.AskAsync<long>(
                    TestServer.Address(),
                    $"""
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE datname = '{new NpgsqlConnectionStringBuilder(database.ConnectionString).Database}' AND random() < 0.1
                    """);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
            }
        }
    }

    [Fact]
    public async Task Eight_hosts_whose_server_falls_and_comes_back_show_every_post_once()
    {
        _ = TestServer.Address();
        using var folder = new TemporaryFolder();
        var server = folder.In("server");
        // The server runs as its own user and must get through to its folder.
        (await Command.RunAsync("chmod", folder.Path, Cancel, "711", folder.Path)).Succeeded();
        (await ScriptAsync("postgresql-up.sh", server, Loopback.FreePort(), Loopback.FreePort())).Succeeded();
        try
        {
            var connection = (await File.ReadAllTextAsync(Path.Combine(server, "env"), Cancel)).Split('\'')[1];

            await ManyHosts.ShowEveryPostOnceAsync(connection, TroubleAsync, folder, Cancel);
        }
        finally
        {
            await ScriptAsync("down.sh", folder.Path);
        }

        async Task TroubleAsync()
        {
            for (var restart = 0; restart < Restarts; restart++)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancel);
                (await ScriptAsync("postgresql-restart.sh", server)).Succeeded();
            }
        }
    }

    private static Task<CommandResult> ScriptAsync(string script, params string[] arguments) =>
        Command.RunAsync("bash", Repository.PathOf(), Cancel, [Repository.PathOf("tests", "servers", script), .. arguments]);
}
