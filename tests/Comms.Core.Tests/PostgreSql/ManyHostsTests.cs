using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

public sealed class ManyHostsTests : IAsyncDisposable
{
    private static readonly RecordKey Sum = new("sum", "one");

    private readonly TestSchema _schema = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_that_drain_one_ledger_each_take_what_no_other_has_and_keep_every_lane_in_order()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schema.OpenAsync(Cancel)));
        await Records.CreateAsync(hosts[0], "a", 600, number => number % 3 == 0 ? null : $"lane {number % 20}");
        var done = new ConcurrentQueue<LeasedRecord>();

        await Task.WhenAll(hosts.Select((host, number) => Task.Run(() => DrainAsync(host, $"host {number}", done))));

        Assert.Equal(600, done.Select(one => one.Record.Key).Distinct().Count());
        Assert.Equal(600, done.Count);
        Assert.All(
            done.Where(one => one.Record.Lane is not null).GroupBy(one => one.Record.Lane),
            lane => Assert.Equal(lane.Select(one => one.Record.Due).Order(), lane.Select(one => one.Record.Due)));
        await CloseAsync(hosts);
    }

    [Fact]
    public async Task Sessions_ended_at_any_instant_lose_nothing_that_was_answered_and_keep_nothing_twice()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _schema.OpenAsync(Cancel)));
        await hosts[0].CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = Sum, Expected = 0, Content = "0"u8.ToArray() }] }, Cancel);
        using var stop = new CancellationTokenSource();

        var adding = hosts.Select(host => Task.Run(() => AddAsync(host, 20))).ToArray();
        var ending = Task.Run(() => EndSessionsAsync(stop.Token), Cancel);
        var added = (await Task.WhenAll(adding)).Sum();
        await stop.CancelAsync();
        var ended = await ending;

        Assert.True(ended > 0, "no session was ended");
        Assert.Equal(60, added);
        var sum = await FindAsync(hosts[0]);
        Assert.Equal("60", Encoding.ASCII.GetString(sum.Content.Span));
        Assert.Equal(61, sum.Revision);
        Assert.Equal(60, await hosts[0].ReadChainAsync(0, Cancel).CountAsync(Cancel));
        await CloseAsync(hosts);
    }

    public async ValueTask DisposeAsync() => await _schema.DisposeAsync();

    private static async Task DrainAsync(PostgreSqlLedger host, string name, ConcurrentQueue<LeasedRecord> done)
    {
        for (var empty = 0; empty < 20;)
        {
            var leased = await Records.ClaimAsync(host, 7, name);
            empty = leased.Count == 0 ? empty + 1 : 0;
            foreach (var one in leased)
            {
                done.Enqueue(one);
            }

            if (leased.Count > 0)
            {
                Assert.True((await host.CommitAsync(new LedgerBatch { Writes = [.. leased.Select(Records.Done)] }, Cancel)).Committed);
            }
        }
    }

    /// <summary>Adds one to the sum again and again; what the ledger says was not kept is tried again.</summary>
    private static async Task<int> AddAsync(PostgreSqlLedger host, int times)
    {
        var added = 0;
        while (added < times)
        {
            try
            {
                var before = await FindAsync(host);
                var next = int.Parse(Encoding.ASCII.GetString(before.Content.Span), CultureInfo.InvariantCulture) + 1;
                var write = new LedgerWrite { Key = Sum, Expected = before.Revision, Content = Encoding.ASCII.GetBytes($"{next}") };
                var entry = new ChainEntry { Payload = new byte[1], Salt = new byte[ChainEntry.SaltLength] };
                added += (await host.CommitAsync(new LedgerBatch { Writes = [write], Entries = [entry] }, Cancel)).Committed ? 1 : 0;
            }
            catch (LedgerException fault) when (fault.Fault == LedgerFault.Unavailable && !fault.Message.Contains("does not say", StringComparison.Ordinal))
            {
                // The session was ended before anything was kept.
            }
        }

        return added;
    }

    private async Task<int> EndSessionsAsync(CancellationToken stop)
    {
        var ended = 0;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, CancellationToken.None);
            ended += (int)await _schema.AskAsync<long>(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE application_name = 'Comms.Core' AND query LIKE '%chain%' AND random() < 0.5
                """.Replace("chain", _schema.Name, StringComparison.Ordinal));
        }

        return ended;
    }

    private static async Task<LedgerRecord> FindAsync(PostgreSqlLedger host) => (await host.FindAsync(Sum, Cancel))!;

    private static async Task CloseAsync(IEnumerable<PostgreSqlLedger> hosts)
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
