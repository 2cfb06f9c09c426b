using System.Runtime.CompilerServices;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Hosting;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Hosting;

public sealed class DispatcherServiceTests : IAsyncDisposable
{
    private static readonly Actor Author = new("sam", ["author"]);
    private static readonly Actor Publisher = new("ros", ["approver", "publisher"]);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryChannel _page = new("page");
    private readonly InMemoryLedger _store;
    private readonly FailingLedger _ledger;
    private readonly Lines _lines = new();
    private readonly SilentSource _source = new();
    private readonly ServiceProvider _services;

    public DispatcherServiceTests()
    {
        _store = new InMemoryLedger(_clock);
        _ledger = new FailingLedger(_store);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<ILoggerFactory>(_lines)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddComms(comms => comms.UseLedger(_ledger, new InMemoryMediaStore()).AddChannel(_page).AddSource(_source))
            .AddDispatcher().AddDispatcher(new DispatcherOptions { Every = TimeSpan.FromMinutes(30) })
            .BuildServiceProvider();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DispatcherService Service => Assert.Single(_services.GetServices<IHostedService>().OfType<DispatcherService>());

    [Fact]
    public async Task What_falls_due_is_published_without_being_asked_for_until_the_host_stops()
    {
        await Service.StartAsync(Cancel);
        await PlanAsync("first", TimeSpan.FromSeconds(30));
        await HoldsAsync(() => _page.Posts.Count == 1);
        await Service.StopAsync(Cancel);
        await PlanAsync("second", TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("first", Assert.Single(_page.Posts).Text);
        Assert.Contains(_lines.Said, line => line.Contains("1 published of 1 deliveries", StringComparison.Ordinal));
        Assert.DoesNotContain(_lines.Said, line => line.Contains("first", StringComparison.Ordinal));
        Assert.Contains("The dispatcher has stopped", _lines.Said);
    }

    [Fact]
    public async Task A_post_that_is_known_is_taken_up_the_moment_it_falls_due_however_long_the_host_rests()
    {
        await PlanAsync("on the dot", TimeSpan.FromSeconds(90));
        var due = _clock.GetUtcNow() + TimeSpan.FromSeconds(90);
        await using var host = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<ILoggerFactory>(_lines)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddComms(comms => comms.UseLedger(_store, new InMemoryMediaStore()).AddChannel(_page))
            .AddDispatcher(new DispatcherOptions { Every = TimeSpan.FromMinutes(30) })
            .BuildServiceProvider();
        var service = Assert.Single(host.GetServices<IHostedService>().OfType<DispatcherService>());

        await service.StartAsync(Cancel);
        await HoldsAsync(() => _page.Posts.Count == 1, seconds: 100);
        await service.StopAsync(Cancel);

        Assert.InRange(_clock.GetUtcNow() - due, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_source_that_never_answers_keeps_no_post_waiting()
    {
        _source.IsSilent = true;
        await Service.StartAsync(Cancel);
        await _source.Asked.Task.WaitAsync(Cancel);
        await PlanAsync("on time", TimeSpan.FromSeconds(5));

        await HoldsAsync(() => _page.Posts.Count == 1, seconds: 20);
    }

    [Fact]
    public async Task A_ledger_that_fails_is_told_and_tried_again()
    {
        _ledger.Fails = true;
        await PlanAsync("late", TimeSpan.FromSeconds(30));
        await Service.StartAsync(Cancel);
        await HoldsAsync(() => _lines.Said.Count(line => line.Contains("the server starts again", StringComparison.Ordinal)) >= 3);
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync()).Status);

        _clock.Advance(TimeSpan.FromMinutes(3));
        var unhealthy = await HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, unhealthy.Status);
        Assert.Contains("the server starts again", unhealthy.Description, StringComparison.Ordinal);

        _ledger.Fails = false;
        await HoldsAsync(() => _page.Posts.Count == 1);
        await HoldsAsync(() => HealthAsync().Result.Status == HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_host_whose_ledger_cannot_be_read_is_unhealthy()
    {
        _ledger.IsUnreadable = true;

        var entry = await HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("the ledger cannot be reached: the disk is gone", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_in_which_nobody_takes_up_what_is_due_is_degraded_and_says_for_how_long()
    {
        await PlanAsync("waiting", TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal((HealthStatus.Healthy, 30d), ((await HealthAsync()).Status, (await HealthAsync()).Data["oldestDueLagSeconds"]));

        _clock.Advance(TimeSpan.FromSeconds(45));
        var late = await HealthAsync();
        Assert.Equal(HealthStatus.Degraded, late.Status);
        Assert.Contains("on page something has been due for 75 s", late.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7200)]
    public void A_pause_out_of_range_is_the_callers_fault(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ServiceCollection().AddDispatcher(new DispatcherOptions { Every = TimeSpan.FromSeconds(seconds) }));

    public async ValueTask DisposeAsync()
    {
        await Service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _lines.Dispose();
    }

    private async Task PlanAsync(string text, TimeSpan after)
    {
        var comms = _services.GetRequiredService<CommsEngine>();
        var draft = Assert.IsType<DraftResult.Added>(await comms.Authoring.AddAsync(new NewDraft { Text = text, Accounts = ["page"] }, Author, Cancel)).Draft;
        var post = Assert.IsType<ApprovalResult.Approved>(await comms.Approval.ApproveAsync(draft, Publisher, Cancel)).Post;
        var wish = new ScheduleRequest { Instant = _clock.GetUtcNow() + after };
        await comms.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(comms.Scheduling.Schedule(post, wish, Publisher)).Post, Cancel);
    }

    private async Task<HealthReportEntry> HealthAsync() =>
        (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel)).Entries[HostingServiceCollectionExtensions.HealthCheckName];

    /// <summary>Lets the clock go on, second by second, until it is so.</summary>
    private async Task HoldsAsync(Func<bool> condition, int seconds = 2_000)
    {
        for (var second = 0; second < seconds && !condition(); second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancel);
        }

        Assert.True(condition());
    }

    private sealed class SilentSource : IMessageSource
    {
        public string Id => "silent";

        public bool IsSilent { get; set; }

        public TaskCompletionSource Asked { get; } = new();

        public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
        {
            if (IsSilent)
            {
                Asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            }

            yield break;
        }
    }

    private sealed class FailingLedger(ILedger inner) : LedgerDecorator(inner)
    {
        public volatile bool Fails;

        public bool IsUnreadable { get; set; }

        public override IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel) =>
            IsUnreadable ? throw new LedgerException("the disk is gone") : base.ReadAsync(query, cancel);

        public override ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel) =>
            Fails ? throw new LedgerException("the server starts again") : base.ClaimAsync(request, cancel);
    }
}
