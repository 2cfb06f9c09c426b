using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Tests.Cases;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Listening;

/// <summary>What its author took back is found out where no source tells it.</summary>
public class SweepTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly AskedSource _source = new();
    private readonly InMemoryLedger _ledger;
    private readonly CommsEngine _engine;

    public SweepTests()
    {
        _ledger = new InMemoryLedger(_clock);
        _engine = Engine();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_deleted_is_gone_from_every_display_within_one_sweep_and_its_case_stays()
    {
        for (var at = 0; at < 10; at++)
        {
            _source.Post(at.ToString(CultureInfo.InvariantCulture), at == 4 ? CaseWorld.Complaint : $"The garden is lovely, number {at}", _clock.GetUtcNow());
        }

        await RunAsync(6);
        _source.Gone.UnionWith(["4", "7"]);

        _clock.Advance(TimeSpan.FromHours(6));
        await RunAsync(8);

        var standing = await _engine.Listening.ListAsync(Cancel).Where(message => message.DeletedAt is null).Select(message => message.ItemId).ToListAsync(Cancel);
        Assert.Equal(["0", "1", "2", "3", "5", "6", "8", "9"], standing);
        Assert.DoesNotContain("number 7", await ShownAsync(), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await _engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task What_a_server_denies_once_stands()
    {
        _source.Post("1", "Thank you", _clock.GetUtcNow());
        await RunAsync(1);
        _clock.Advance(TimeSpan.FromHours(6));
        _source.Gone.Add("1");
        await RunAsync(1);
        _source.Gone.Clear();

        await RunAsync(4);

        Assert.Equal(["1", "1", "1"], _source.Asked);
        Assert.Null((await OnlyAsync()).DeletedAt);
    }

    [Fact]
    public async Task A_source_that_cannot_be_asked_is_named_and_goes_on_being_heard()
    {
        _source.Post("1", "Thank you", _clock.GetUtcNow());
        await RunAsync(1);
        _clock.Advance(TimeSpan.FromHours(6));
        _source.Fault = "it is down";
        _source.Post("2", "Thanks", _clock.GetUtcNow());

        var report = await _engine.Listening.RunDueAsync(Cancel);

        Assert.Equal((1, "asked: it is down"), (report.Heard, Assert.Single(report.Faults)));
    }

    [Fact]
    public async Task Between_two_sweeps_nobody_is_asked_and_of_what_is_old_neither()
    {
        _source.Post("old", "Thank you", _clock.GetUtcNow().AddDays(-91));
        _source.Post("new", "Thanks", _clock.GetUtcNow());

        await RunAsync(20);

        Assert.Equal(["new"], _source.Asked);
        _clock.Advance(TimeSpan.FromHours(6));
        await RunAsync(20);
        Assert.Equal(["new", "new"], _source.Asked);
    }

    [Fact]
    public async Task A_host_that_was_stopped_goes_on_where_the_sweep_stood()
    {
        for (var at = 0; at < 9; at++)
        {
            _source.Post(at.ToString(CultureInfo.InvariantCulture), "Thank you", _clock.GetUtcNow());
        }

        await RunAsync(2);
        var before = _source.Asked.Count;
        await RunAsync(8, Engine());

        Assert.InRange(before, 1, 8);
        Assert.Equal(Enumerable.Range(0, 9).Select(at => at.ToString(CultureInfo.InvariantCulture)), _source.Asked);
    }

    [Fact]
    public async Task Hosts_that_sweep_at_once_ask_twice_at_worst_and_find_no_fault_in_it()
    {
        _source.Post("1", "Thank you", _clock.GetUtcNow());
        await RunAsync(1);
        var other = Engine();
        _source.Gone.Add("1");
        _clock.Advance(TimeSpan.FromHours(6));
        for (var look = 0; look < 4; look++)
        {
            var reports = await Task.WhenAll(_engine.Listening.RunDueAsync(Cancel).AsTask(), other.Listening.RunDueAsync(Cancel).AsTask());
            Assert.All(reports, report => Assert.Empty(report.Faults));
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.NotNull((await OnlyAsync()).DeletedAt);
    }

    [Theory]
    [InlineData(0.1, 90, "Listening.SweepEvery")]
    [InlineData(6, 0.5, "Listening.SweepBack")]
    public void A_sweep_that_cannot_be_meant_is_refused(double hours, double days, string named)
    {
        var builder = new CommsBuilder().Configure(options => options with
        {
            Listening = new ListeningOptions { SweepEvery = TimeSpan.FromHours(hours), SweepBack = TimeSpan.FromDays(days) },
        });

        Assert.Contains(named, Assert.ThrowsAny<Exception>(builder.Build).Message, StringComparison.Ordinal);
    }

    private CommsEngine Engine() => new CommsBuilder().UseClock(_clock).UseLedger(_ledger, new InMemoryMediaStore()).AddSource(_source).Build();

    private async Task RunAsync(int times, CommsEngine? engine = null)
    {
        for (var at = 0; at < times; at++)
        {
            Assert.Empty((await (engine ?? _engine).RunDueAsync(Cancel)).Listening.Faults);
            _clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    private async Task<Message> OnlyAsync() => Assert.Single(await _engine.Listening.ListAsync(Cancel).ToListAsync(Cancel));

    private async Task<string> ShownAsync()
    {
        var shown = "";
        await foreach (var message in _engine.Triage.ListAsync(Cancel))
        {
            shown += message.Text;
        }

        return shown;
    }

    /// <summary>A source that tells of no deletion, and answers who asks.</summary>
    private sealed class AskedSource : ISweptSource
    {
        private readonly InMemorySource _posted = new("asked");

        public string Id => "asked";

        public int MostAsked => 4;

        public HashSet<string> Gone { get; } = [];

        public List<string> Asked { get; } = [];

        public string? Fault { get; set; }

        public void Post(string id, string text, DateTimeOffset at) => _posted.Add(new SourceEvent.Posted(new SourceItem { Id = id, Text = text, At = at }));

        public IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, CancellationToken cancel) => _posted.ReadAsync(from, cancel);

        public ValueTask<IReadOnlyList<string>> FindGoneAsync(IReadOnlyList<string> items, CancellationToken cancel)
        {
            Assert.InRange(items.Count, 1, MostAsked);
            Asked.AddRange(items);
            return Fault is { } fault ? throw new ChannelException(fault) : ValueTask.FromResult<IReadOnlyList<string>>([.. items.Where(Gone.Contains)]);
        }
    }
}
