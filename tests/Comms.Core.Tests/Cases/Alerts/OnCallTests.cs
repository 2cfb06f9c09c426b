using Comms.Core.Cases;
using Comms.Core.Cases.Alerts;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Cases.Alerts;

/// <summary>From a cry for help at night to whoever takes it.</summary>
public class OnCallTests
{
    private const string Cry = "I have taken all my tablets and I want to die";
    private static readonly Actor Handler = new("handler", ["handler"]);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 23, 47, 0, TimeSpan.Zero));
    private readonly InMemorySource _source = new("mentions");
    private readonly InMemoryChannel _first = new("first");
    private readonly InMemoryChannel _second = new("second");
    private readonly InMemoryLedger _ledger;

    public OnCallTests() => _ledger = new InMemoryLedger(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_emergency_is_told_within_one_run_at_any_hour_and_names_nobody()
    {
        var engine = Engine();
        await CryAsync(engine);

        var alert = Assert.Single(_first.Posts).Text;
        var open = await OnlyAsync(engine);
        Assert.Contains(open.Id, alert, StringComparison.Ordinal);
        Assert.Contains(open.Flags[0], alert, StringComparison.Ordinal);
        Assert.DoesNotContain("tablets", alert, StringComparison.Ordinal);
        Assert.DoesNotContain("jo@a.example", alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_emergency_wakes_nobody()
    {
        var engine = Engine();
        await CryAsync(engine, "The car park was full again");
        Assert.Empty(_first.Posts);
    }

    [Fact]
    public async Task Each_is_told_again_then_the_next_and_round_again_until_someone_takes_it()
    {
        var engine = Engine();
        await CryAsync(engine);
        var told = new List<(int First, int Second)>();
        for (var round = 0; round < 6; round++)
        {
            told.Add((_first.Posts.Count, _second.Posts.Count));
            await engine.RunDueAsync(Cancel);
            Assert.Equal(told[^1], (_first.Posts.Count, _second.Posts.Count));
            _time.Advance(TimeSpan.FromMinutes(5));
            await engine.RunDueAsync(Cancel);
        }

        Assert.Equal([(1, 0), (2, 0), (2, 1), (2, 2), (3, 2), (4, 2)], told);
        await engine.Cases.TakeAsync((await OnlyAsync(engine)).Id, "handler", Handler, Cancel);
        var before = _first.Posts.Count + _second.Posts.Count;
        _time.Advance(TimeSpan.FromHours(1));
        await engine.RunDueAsync(Cancel);
        Assert.Equal(before, _first.Posts.Count + _second.Posts.Count);
    }

    [Fact]
    public async Task Deleted_at_its_source_five_minutes_later_it_is_told_all_the_same()
    {
        var engine = Engine();
        await CryAsync(engine);
        _source.Add(new SourceEvent.Deleted("1", _time.GetUtcNow()));
        _time.Advance(TimeSpan.FromMinutes(5));
        await engine.RunDueAsync(Cancel);

        Assert.Equal(2, _first.Posts.Count);
        Assert.True((await OnlyAsync(engine)).IsOpen);
    }

    [Fact]
    public async Task A_dead_way_is_an_alert_itself_and_the_next_is_told_at_once()
    {
        var engine = Engine(new Dead("first"));
        var report = await CryAsync(engine);

        Assert.Contains("Not reached: Ann", Assert.Single(_second.Posts).Text, StringComparison.Ordinal);
        Assert.Contains("Ann was not reached by first: the line is dead", Assert.Single(report.Cases.Faults), StringComparison.Ordinal);
        Assert.Contains(await AuditAsync(), entry => entry.Act == "alert" && entry.Detail!.Contains("the line is dead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_every_way_is_dead_it_is_tried_again_and_never_given_up()
    {
        var engine = Engine(new Dead("first"), new Dead("second"));
        Assert.Equal(2, (await CryAsync(engine)).Cases.Faults.Count);
        Assert.Empty((await engine.RunDueAsync(Cancel)).Cases.Faults);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.NotEmpty((await engine.RunDueAsync(Cancel)).Cases.Faults);
    }

    [Fact]
    public async Task An_alert_that_never_comes_back_holds_up_no_other()
    {
        var hanging = new Hanging("first");
        var engine = Engine(hanging);
        _source.Add(Posted(Cry));
        var run = engine.RunDueAsync(Cancel).AsTask();
        await hanging.Asked.Task;
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Contains("longer than 30 seconds", Assert.Single((await run).Cases.Faults), StringComparison.Ordinal);
        Assert.Single(_second.Posts);
    }

    [Fact]
    public async Task A_list_is_told_one_by_one_and_one_who_hears_is_enough()
    {
        var list = new Listed("first");
        var report = await CryAsync(Engine(list));

        Assert.Equal(["gone@a.example", "here@a.example"], list.Told);
        Assert.Empty(report.Cases.Faults);
        Assert.Empty(_second.Posts);
    }

    [Fact]
    public async Task A_restart_forgets_no_emergency()
    {
        await CryAsync(Engine());
        _time.Advance(TimeSpan.FromMinutes(5));
        await Engine().RunDueAsync(Cancel);
        Assert.Equal(2, _first.Posts.Count);
    }

    [Fact]
    public async Task A_team_of_its_own_has_its_own_rota()
    {
        var engine = new CommsBuilder().UseClock(_time).UseLedger(_ledger, new InMemoryMediaStore()).AddSource(_source).AddChannel(_first).AddChannel(_second)
            .Configure(options => options with { OnCall = new OnCallOptions { Rotas = [Rota("*", "first"), Rota("comms", "second")] } }).Build();
        await CryAsync(engine);
        Assert.Equal((0, 1), (_first.Posts.Count, _second.Posts.Count));
    }

    [Fact]
    public void What_does_not_fit_is_refused_when_the_engine_is_built()
    {
        var onCall = new OnCallOptions { Again = TimeSpan.Zero, TimesEach = 0, SendWithin = TimeSpan.Zero, Rotas = [Rota("*", "nowhere"), Rota("*"), Rota("a", "first")] };
        var faults = Assert.Throws<OptionsValidationException>(() => new CommsBuilder().AddChannel(_first).Configure(options => options with { OnCall = onCall }).Build()).Failures;
        Assert.Equal(6, faults.Count());
    }

    private static OnCallRota Rota(string team, params string[] accounts) =>
        new() { Team = team, Contacts = [.. accounts.Select(account => new OnCallContact("on " + account, account))] };

    private CommsEngine Engine(params IChannel[] instead)
    {
        var builder = new CommsBuilder().UseClock(_time).UseLedger(_ledger, new InMemoryMediaStore()).AddSource(_source);
        foreach (var channel in new IChannel[] { _first, _second }.Select(channel => Array.Find(instead, other => other.Account.Id == channel.Account.Id) ?? channel))
        {
            builder.AddChannel(channel);
        }

        var rota = new OnCallRota { Team = "*", Contacts = [new OnCallContact("Ann", "first"), new OnCallContact("Bea", "second")] };
        return builder.Configure(options => options with { OnCall = new OnCallOptions { Rotas = [rota] } }).Build();
    }

    private async Task<RunReport> CryAsync(CommsEngine engine, string text = Cry)
    {
        _source.Add(Posted(text));
        return await engine.RunDueAsync(Cancel);
    }

    private SourceEvent.Posted Posted(string text) =>
        new(new SourceItem { Id = "1", Text = text, At = _time.GetUtcNow(), Author = new Author("@jo@a.example") });

    private static async Task<Case> OnlyAsync(CommsEngine engine) => Assert.Single(await engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel));

    private async Task<List<AuditEntry>> AuditAsync() => await new AuditTrail(_ledger).ReadAsync(Cancel).ToListAsync(Cancel);

    private sealed class Dead(string id) : IChannel
    {
        public ChannelAccount Account { get; } = new() { Id = id, Channel = "dead" };

        public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(InMemoryChannel.Unlimited);

        public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
            ValueTask.FromResult(new PreparedPost { Bytes = new byte[] { 1 } });

        public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) =>
            throw new ChannelException("the line is dead");
    }

    private sealed class Listed(string id) : IChannel, IRecipients
    {
        public List<string?> Told { get; } = [];

        public ChannelAccount Account { get; } = new() { Id = id, Channel = "list" };

        public ValueTask<IReadOnlyList<string>> RecipientsAsync(CancellationToken cancel) => ValueTask.FromResult<IReadOnlyList<string>>(["gone@a.example", "here@a.example"]);

        public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(InMemoryChannel.Unlimited);

        public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
            ValueTask.FromResult(new PreparedPost { Bytes = new byte[] { 1 } });

        public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
        {
            Told.Add(context.Recipient);
            return ValueTask.FromResult<SendOutcome>(Told.Count == 1 ? new SendOutcome.Rejected("no such mailbox") : new SendOutcome.Accepted(new Receipt("1")));
        }
    }

    private sealed class Hanging(string id) : IChannel
    {
        public TaskCompletionSource Asked { get; } = new();

        public ChannelAccount Account { get; } = new() { Id = id, Channel = "hanging" };

        public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(InMemoryChannel.Unlimited);

        public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
        {
            Asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            throw new InvalidOperationException("It never comes back.");
        }

        public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) =>
            throw new InvalidOperationException("It never comes so far.");
    }
}
