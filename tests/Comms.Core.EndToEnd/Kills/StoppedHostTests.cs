using Comms.Core.Channels;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.KillHost;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;
using Comms.Core.Tests.PostgreSql;
using Xunit;

namespace Comms.Core.EndToEnd.Kills;

public sealed class StoppedHostTests
{
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromSeconds(12);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(IdempotencyClass.None, DeliveryState.NeedsHuman)]
    [InlineData(IdempotencyClass.ByKey, DeliveryState.Published)]
    [InlineData(IdempotencyClass.CreateOnly, DeliveryState.Published)]
    public async Task A_host_that_stands_still_for_longer_than_its_lease_changes_nothing_when_it_goes_on(IdempotencyClass idempotency, DeliveryState end)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync();
        await using var ledger = await PostgreSqlLedger.OpenAsync(
            new PostgreSqlLedgerOptions { ConnectionString = database.ConnectionString, Schema = "still" }, Cancel);

        // The first request is dropped unread, after the host that made it was stopped: nothing of it is to be seen.
        var run = new KillRun(0, idempotency, Step.None, Answer.DropsUnread);
        using var boards = new BoardServer([run]);
        var asked = new TaskCompletionSource();
        boards.Asked = asking =>
        {
            if (asked.TrySetResult())
            {
                RunningHost.Stop(asking);
            }
        };
        var plans = Plans.On(ledger, ledger.Media, [run]);
        var program = new HostProgram($"{database.ConnectionString}|still", boards, boards.List(folder));
        await plans.AddAsync(run.Account, run.Text, Cancel);
        using var stopped = program.Start(0);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancel);

        using var other = program.Start(0);
        await Task.Delay(LongerThanALease, TimeProvider.System, Cancel);
        var settled = Assert.Single(await plans.EndAsync(TimeSpan.FromMinutes(1), () => !other.HasExited, Cancel));
        stopped.GoOn();
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancel);

        var after = Assert.Single(await plans.ListAsync(Cancel));
        Assert.Equal((end, end), (settled.State, after.State));
        Assert.Equal(settled.Attempts, after.Attempts);
        Assert.Equal(end == DeliveryState.Published ? 1 : 0, boards.SeenOn(run.Account).Count);
    }
}
