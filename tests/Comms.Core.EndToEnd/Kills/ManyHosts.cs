using Comms.Core.Channels;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.KillHost;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>Eight hosts on one database send what is planned, while something happens to the database.</summary>
internal static class ManyHosts
{
    private const int HostCount = 8;
    private const int Accounts = 20;
    private const int PostsEach = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly IdempotencyClass[] Classes = Enum.GetValues<IdempotencyClass>();

    /// <param name="connection">The database.</param>
    /// <param name="trouble">What happens to the database while the hosts are at work.</param>
    /// <param name="folder">For the list of accounts.</param>
    /// <param name="cancel">Ends with the test.</param>
    public static async Task ShowEveryPostOnceAsync(string connection, Func<Task> trouble, TemporaryFolder folder, CancellationToken cancel)
    {
        KillRun[] accounts = [.. Enumerable.Range(0, Accounts).Select(number => new KillRun(number, Classes[number % Classes.Length], Step.None, Answer.Well))];
        using var boards = new BoardServer(accounts);
        await using var ledger = await PostgreSqlLedger.OpenAsync(new PostgreSqlLedgerOptions { ConnectionString = connection, Schema = "many" }, cancel);
        var plans = Plans.On(ledger, ledger.Media, accounts);
        foreach (var (account, post) in accounts.SelectMany(account => Enumerable.Range(0, PostsEach).Select(post => (account, post))))
        {
            await plans.AddAsync(account.Account, $"Notice {post}.", cancel);
        }

        var program = new HostProgram($"{connection}|many", boards, boards.List(folder));
        RunningHost[] hosts = [.. Enumerable.Range(0, HostCount).Select(program.Start)];
        try
        {
            await trouble();
            Judge(await plans.EndAsync(Longest, () => hosts.Any(host => !host.HasExited), cancel), accounts, boards);
        }
        finally
        {
            foreach (var host in hosts)
            {
                host.Dispose();
            }
        }
    }

    private static void Judge(List<Delivery> deliveries, KillRun[] accounts, BoardServer boards)
    {
        Assert.Equal(Accounts * PostsEach, deliveries.Count);
        foreach (var delivery in deliveries)
        {
            var account = accounts.Single(one => one.Account == delivery.Rendition.Account);
            var times = boards.SeenOn(account.Account).Count(seen => seen.Key == delivery.Key.Value);
            var what = $"{account.Account}, {delivery.Rendition.Text}: {delivery.State} ({delivery.Reason}), seen {times} times";
            Assert.True(times <= 1 || (account.Idempotency == IdempotencyClass.AtLeastOnce && delivery.MayStandTwice), what);
            Assert.True(delivery.State == DeliveryState.Published ? times > 0 : delivery.State == DeliveryState.NeedsHuman, what);
        }
    }
}
