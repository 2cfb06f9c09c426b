using System.Globalization;
using BenchmarkDotNet.Attributes;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;

namespace Comms.Core.Benchmarks;

/// <summary>
/// How soon a post that is due in 150 ms is in its channel's hands, beside a timer of 150 ms: what is longer than the timer is how
/// late it was taken up. A host rests at most a second, and is told by its ledger when to look; of <c>AnotherHost</c>, another
/// host on the same PostgreSQL planned the post. Needs the server of <c>tests/servers/up.sh DIR postgresql</c>.
/// </summary>
public class PickUpBenchmarks
{
    private readonly TimeSpan _ahead = TimeSpan.FromMilliseconds(150);

    private readonly List<Task> _working = [];
    private DirectoryInfo? _folder;
    private SqliteLedger? _sqlite;
    private PostgreSqlLedger? _postgreSql;
    private PostgreSqlLedger? _other;
    private (CommsEngine Engine, ToldChannel Channel) _inFile;
    private (CommsEngine Engine, ToldChannel Channel) _onServer;
    private CommsEngine? _elsewhere;
    private int _post;
    private volatile bool _over;

    [GlobalSetup]
    public async Task Setup()
    {
        _folder = Directory.CreateTempSubdirectory("comms-benchmarks");
        _sqlite = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(_folder.FullName, "ledger.db") }, CancellationToken.None);
        var options = new PostgreSqlLedgerOptions { ConnectionString = TestServer.Connection, Schema = $"p_{Environment.ProcessId}" };
        _postgreSql = await PostgreSqlLedger.OpenAsync(options, CancellationToken.None);
        _other = await PostgreSqlLedger.OpenAsync(options, CancellationToken.None);
        _inFile = Host(_sqlite, _sqlite.Media, "one");
        _onServer = Host(_postgreSql, _postgreSql.Media, "one");
        _elsewhere = Host(_other, _other.Media, "other").Engine;
        _working.AddRange([WorkAsync(_inFile.Engine), WorkAsync(_onServer.Engine)]);
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        _over = true;
        await Task.WhenAll(_working);
        await _sqlite!.DisposeAsync();
        await _postgreSql!.DisposeAsync();
        await _other!.DisposeAsync();
        _folder!.Delete(recursive: true);
    }

    [Benchmark(Baseline = true)]
    public Task Timer() => Task.Delay(_ahead, TimeProvider.System);

    [Benchmark]
    public Task Sqlite() => SendAsync(_inFile.Engine, _inFile.Channel);

    [Benchmark]
    public Task PostgreSql() => SendAsync(_onServer.Engine, _onServer.Channel);

    [Benchmark]
    public Task AnotherHost() => SendAsync(_elsewhere!, _onServer.Channel);

    private static (CommsEngine Engine, ToldChannel Channel) Host(ILedger ledger, IMediaStore media, string name)
    {
        var channel = new ToldChannel();
        return (new CommsBuilder().UseLedger(ledger, media).Configure(options => options with { Host = name }).AddChannel(channel).Build(), channel);
    }

    private Task SendAsync(CommsEngine planner, ToldChannel channel)
    {
        var due = planner.Clock.GetUtcNow() + _ahead;
        var told = channel.Expect();
        return Task.WhenAll(PostPlan.AddAsync(planner, string.Create(CultureInfo.InvariantCulture, $"Notice {_post++}."), ["page"], due), told);
    }

    private async Task WorkAsync(CommsEngine engine)
    {
        while (!_over)
        {
            await engine.Publishing.RunDueAsync();
            await engine.Publishing.WaitForDueAsync(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Tells when a post was put into its hands.</summary>
    private sealed class ToldChannel : IChannel
    {
        private readonly NothingChannel _channel = new("page");
        private TaskCompletionSource _told = new();

        public ChannelAccount Account => _channel.Account;

        public Task Expect()
        {
            _told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _told.Task;
        }

        public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => _channel.DescribeAsync(cancel);

        public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
            _channel.PrepareAsync(rendition, context, cancel);

        public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
        {
            _told.TrySetResult();
            return _channel.SendAsync(post, key, context, cancel);
        }
    }
}
