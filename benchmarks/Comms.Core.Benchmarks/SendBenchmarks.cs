using System.Globalization;
using BenchmarkDotNet.Attributes;
using Comms.Core.Benchmarks.Baselines;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;

namespace Comms.Core.Benchmarks;

/// <summary>
/// Posts of 1,000 accounts go out through PostgreSQL from several hosts, whose channels do nothing: the claim, the holds, the
/// turn of the account, the intent and the outcome with their audit, and all that the engine does between. Beside it the nodes of
/// a cluster of Quartz.NET fire as many triggers of a job that does nothing: no intent, no audit, no order within an account.
/// Needs the server of <c>tests/servers/up.sh DIR postgresql</c>.
/// </summary>
[InvocationCount(1)]
public class SendBenchmarks
{
    private const int Accounts = 1_000;
    private const int Fired = 1_000;

    /// <summary>As many as a host of ours claims at a time.</summary>
    private const int Claimed = 250;

    /// <summary>Planned ahead, so that planning is not counted; more than a run with the default rounds takes.</summary>
    private const int Rounds = 40;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromHours(1);

    private readonly OffsetClock _clock = new();
    private PostgreSqlLedger[] _ledgers = [];
    private CommsEngine[] _hosts = [];
    private QuartzCluster? _quartz;

    [Params(1, 4, 16)]
    public int Workers { get; set; }

    /// <summary>The best of 1, 10 and 50 for so many nodes; of few it is 50, and of sixteen 10, which Quartz itself chooses.</summary>
    private int QuartzBatch => Workers > 4 ? 10 : 50;

    [GlobalSetup(Target = nameof(Quartz))]
    public async Task SetupQuartz() => _quartz = await QuartzCluster.OpenAsync(TestServer.Connection, Workers, QuartzBatch);

    [IterationSetup(Target = nameof(Quartz))]
    public void Plan() => _quartz!.PlanAsync(Fired).GetAwaiter().GetResult();

    [GlobalSetup(Target = nameof(CommsCore))]
    public async Task SetupComms()
    {
        var options = new PostgreSqlLedgerOptions { ConnectionString = TestServer.Connection, Schema = $"b_{Environment.ProcessId}_{Workers}" };
        _ledgers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => PostgreSqlLedger.OpenAsync(options, CancellationToken.None).AsTask()));
        _hosts = [.. _ledgers.Select(Host)];
        string[] accounts = [.. Enumerable.Range(0, Accounts).Select(Id)];
        var start = _clock.GetUtcNow();
        for (var round = 1; round <= Rounds; round++)
        {
            await PostPlan.AddAsync(_hosts[0], $"Notice {round}.", accounts, start + (round * BetweenRounds));
        }
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        if (_quartz is not null)
        {
            await _quartz.DisposeAsync();
        }

        foreach (var ledger in _ledgers)
        {
            await ledger.DisposeAsync();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Fired)]
    public Task Quartz() => _quartz!.FireAsync();

    [Benchmark(OperationsPerInvoke = Accounts)]
    public async Task CommsCore()
    {
        _clock.Advance(BetweenRounds);
        var reports = await Task.WhenAll(_hosts.Select(host => Task.Run(() => host.Publishing.RunDueAsync().AsTask())));
        if (reports.Sum(report => report.Published) is var published && published != Accounts)
        {
            throw new InvalidOperationException($"{published} of {Accounts} were published.");
        }
    }

    private static string Id(int account) => string.Create(CultureInfo.InvariantCulture, $"account-{account}");

    private CommsEngine Host(PostgreSqlLedger ledger, int number)
    {
        var comms = new CommsBuilder().UseLedger(ledger, ledger.Media).UseClock(_clock)
            .Configure(options => options with { Host = $"host {number}", Publishing = new PublishingOptions { Batch = Claimed } });
        foreach (var account in Enumerable.Range(0, Accounts))
        {
            comms.AddChannel(new NothingChannel(Id(account)));
        }

        return comms.Build();
    }
}
