using BenchmarkDotNet.Attributes;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: what a delivery costs the ledger, and that more hosts bring more of them through. Each is claimed, its intent
/// committed and then its outcome, both with their entry in the audit, as the dispatcher does; nothing is sent. 1,000
/// accounts have 20 posts due each. In SQLite the workers share the file's one writer; in PostgreSQL each is a host of its own.
/// Needs the server of <c>tests/servers/up.sh DIR postgresql</c>.
/// </summary>
public class LedgerWorkersBenchmarks
{
    private const int Deliveries = 2_000;
    private const int PostsEach = 20;
    private const int Claimed = 100;

    private DirectoryInfo? _folder;
    private SqliteLedger? _sqlite;
    private PostgreSqlLedger[] _hosts = [];

    [Params(1, 4, 16)]
    public int Workers { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        _folder = Directory.CreateTempSubdirectory("comms-benchmarks");
        _sqlite = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(_folder.FullName, "ledger.db") }, CancellationToken.None);
        var options = new PostgreSqlLedgerOptions { ConnectionString = TestServer.Connection, Schema = $"b_{Environment.ProcessId}_{Workers}" };
        _hosts = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => PostgreSqlLedger.OpenAsync(options, CancellationToken.None).AsTask()));
        await FillAsync(_sqlite);
        await FillAsync(_hosts[0]);
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _sqlite!.DisposeAsync();
        _folder!.Delete(recursive: true);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Deliveries)]
    public Task Sqlite() => WorkAsync(_ => _sqlite!);

    [Benchmark(OperationsPerInvoke = Deliveries)]
    public Task PostgreSql() => WorkAsync(worker => _hosts[worker]);

    private static Task FillAsync(ILedger ledger) => AccountPosts.FillAsync(ledger, PostsEach, (post, _) => SteppingClock.Start.AddSeconds(post));

    private async Task WorkAsync(Func<int, ILedger> ledgerOf)
    {
        var left = Deliveries;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var ledger = ledgerOf(worker);
            var request = new ClaimRequest
            {
                Kind = LedgerPair.Kind,
                DueBy = SteppingClock.Start,
                Holder = $"worker {worker}",
                LeaseFor = TimeSpan.FromMinutes(1),
                Limit = Math.Min(Claimed, Deliveries / Workers),
            };
            while (Volatile.Read(ref left) > 0)
            {
                var leased = await ledger.ClaimAsync(request, CancellationToken.None);
                Interlocked.Add(ref left, -leased.Count);
                await Task.WhenAll(leased.Select(one => Task.Run(() => DeliverAsync(ledger, one))));
            }
        })));
    }

    /// <summary>The post stays due, so that every round finds as much as the first.</summary>
    private static async Task DeliverAsync(ILedger ledger, LeasedRecord leased)
    {
        await CommitAsync(ledger, leased, leased.Record.Revision, release: false);
        await CommitAsync(ledger, leased, leased.Record.Revision + 1, release: true);
    }

    private static async Task CommitAsync(ILedger ledger, LeasedRecord leased, long revision, bool release)
    {
        var write = new LedgerWrite
        {
            Key = leased.Record.Key,
            Expected = revision,
            Content = AccountPosts.Content,
            Due = leased.Record.Due,
            Fence = leased.Fence,
            Release = release,
        };
        var entry = new ChainEntry { Payload = new byte[200], Salt = new byte[ChainEntry.SaltLength] };
        var result = await ledger.CommitAsync(new LedgerBatch { Writes = [write], Entries = [entry] }, CancellationToken.None);
        if (!result.Committed)
        {
            throw new InvalidOperationException($"{result.At} was refused: {result.Refusal}.");
        }
    }
}
