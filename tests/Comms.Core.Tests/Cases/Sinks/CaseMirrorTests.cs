using Comms.Core.Cases;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Cases.Sinks;

/// <summary>Cases in the host's own case system: each state once, whatever breaks.</summary>
public class CaseMirrorTests
{
    private const string Complaint = "I want to make a formal complaint about the way my appointment was handled on Friday.";
    private static readonly Actor Pat = new("pat", ["handler"]);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly InMemorySource _source = new("inbox");
    private readonly InMemoryLedger _ledger;

    public CaseMirrorTests() => _ledger = new InMemoryLedger(_clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_case_goes_once_and_every_change_of_it_once_under_the_systems_own_name()
    {
        var system = new FakeCaseSystem("casework");
        var engine = Engine(system);
        var id = await HearAsync(engine, "1");
        await engine.RunDueAsync(Cancel);
        Assert.Null(Assert.Single(system.Arrived).Before);

        await engine.Cases.TakeAsync(id, "pat", Pat, Cancel);
        var report = await engine.RunDueAsync(Cancel);
        await engine.RunDueAsync(Cancel);

        Assert.Equal(1, report.Mirrored.Sent);
        Assert.Equal([null, "pat"], system.Arrived.Select(copy => copy.Case.Person));
        Assert.StartsWith("T-", system.Arrived[1].Before!.Id, StringComparison.Ordinal);
        Assert.NotEqual(system.Arrived[0].Key, system.Arrived[1].Key);
        Assert.Equal(CopyState.Standing, (await OneAsync(engine, system)).State);
    }

    [Fact]
    public async Task Changes_that_follow_one_another_go_as_one()
    {
        var system = new FakeCaseSystem("casework");
        var engine = Engine(system);
        var id = await HearAsync(engine, "1");
        await engine.Cases.TakeAsync(id, "pat", Pat, Cancel);
        await engine.Cases.NoteAsync(id, "rang them", Pat, Cancel);
        await engine.CaseMirror.RunDueAsync(Cancel);

        Assert.Equal(("pat", 1), (system.Arrived[^1].Case.Person, system.Arrived[^1].Case.Notes.Count));
        Assert.Equal(2, system.Arrived.Count);
    }

    [Fact]
    public async Task Joining_and_splitting_changes_both_cases_there_too()
    {
        var system = new FakeCaseSystem("casework");
        var engine = Engine(system);
        var (one, other) = (await HearAsync(engine, "1"), await HearAsync(engine, "2"));
        system.Arrived.Clear();
        await engine.Cases.JoinAsync(other, one, Pat, Cancel);
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(new[] { one, other }.Order(), system.Arrived.Select(copy => copy.Case.Id).Order());

        system.Arrived.Clear();
        await engine.Cases.SplitAsync(other, Pat, Cancel);
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(new[] { one, other }.Order(), system.Arrived.Select(copy => copy.Case.Id).Order());
    }

    [Fact]
    public async Task What_did_not_leave_waits_as_long_as_the_system_asks_and_holds_up_no_other_system()
    {
        var (down, up) = (new FakeCaseSystem("down"), new FakeCaseSystem("up"));
        down.Next(_ => new SendOutcome.NotSent("it is busy", TimeSpan.FromMinutes(7)));
        var engine = Engine(down, up);
        await HearAsync(engine, "1");

        Assert.Empty(down.Arrived);
        Assert.Single(up.Arrived);
        Assert.Equal((CopyState.Waiting, "it is busy"), Of(await OneAsync(engine, down)));
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
        Assert.Equal((CopyState.Standing, null), Of(await OneAsync(engine, down)));
    }

    [Fact]
    public async Task A_system_that_is_down_is_not_asked_for_each_case_in_turn_and_each_failure_waits_longer()
    {
        var system = new FakeCaseSystem("casework");
        var asked = 0;
        for (var time = 0; time < 3; time++)
        {
            system.Next(_ => new SendOutcome.NotSent($"down, time {++asked}"));
        }

        var engine = Engine(system);
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = "1", Text = Complaint, At = _clock.GetUtcNow() }));
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = "2", Text = Complaint, At = _clock.GetUtcNow() }));
        var report = await engine.RunDueAsync(Cancel);
        Assert.Equal(1, asked);
        Assert.Contains("down, time 1", Assert.Single(report.Mirrored.Faults), StringComparison.Ordinal);
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(2, asked);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(3, asked);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_a_copy_in_doubt_waits_for_a_person_whatever_changes()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(copy =>
        {
            system.Take(copy);
            throw LineDead;
        });
        var engine = Engine(system);
        var id = await HearAsync(engine, "1");
        await engine.Cases.TakeAsync(id, "pat", Pat, Cancel);
        await engine.RunDueAsync(Cancel);
        Assert.Single(system.Arrived);
        Assert.Equal((CopyState.NeedsHuman, "the line went dead"), Of(await OneAsync(engine, system)));

        var settled = await engine.CaseMirror.SettleAsync("casework", id, new Receipt("T-9"), Pat, Cancel);
        Assert.IsType<CaseResult.Changed>(settled);
        await engine.RunDueAsync(Cancel);
        Assert.Equal(("T-9", "pat"), (system.Arrived[^1].Before!.Id, system.Arrived[^1].Case.Person));
        Assert.Equal(2, system.Arrived.Count);
        Assert.Contains(await engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel), entry => entry is { Act: "settle-copy", Actor: "pat", Detail: "casework: stands as T-9" });
    }

    [Fact]
    public async Task What_a_person_says_did_not_arrive_is_sent_again()
    {
        var system = new FakeCaseSystem("casework");
        system.Next((CaseCopy _) => throw LineDead);
        var engine = Engine(system);
        var id = await HearAsync(engine, "1");
        Assert.Contains("may not handle", Refused(await engine.CaseMirror.SettleAsync("casework", id, null, new Actor("x", []), Cancel)), StringComparison.Ordinal);
        Assert.Contains("no case nowhere", Refused(await engine.CaseMirror.SettleAsync("casework", "nowhere", null, Pat, Cancel)), StringComparison.Ordinal);
        Assert.IsType<CaseResult.Changed>(await engine.CaseMirror.SettleAsync("casework", id, standsAs: null, Pat, Cancel));
        Assert.Equal(1, (await engine.RunDueAsync(Cancel)).Mirrored.Sent);
        Assert.Contains("in doubt", Refused(await engine.CaseMirror.SettleAsync("casework", id, null, Pat, Cancel)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_system_that_can_be_asked_is_asked_before_anything_is_sent_again(bool arrived)
    {
        var system = new AskableCaseSystem("casework");
        system.Next(copy =>
        {
            if (arrived)
            {
                system.Take(copy);
            }

            throw LineDead;
        });
        var engine = Engine(system);
        await HearAsync(engine, "1");
        Assert.Equal((CopyState.Sending, "the line went dead"), Of(await OneAsync(engine, system)));

        system.Says = new ReadBack.Unknown("it is starting");
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("it is starting", Assert.Single((await engine.CaseMirror.RunDueAsync(Cancel)).Faults), StringComparison.Ordinal);
        system.Says = null;
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
        Assert.Single(system.Arrived);
        Assert.Equal((CopyState.Standing, null), Of(await OneAsync(engine, system)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_dies_while_it_sends_leaves_a_doubt_that_the_next_one_settles(bool arrived)
    {
        var system = new AskableCaseSystem("casework");
        var (began, never) = (new TaskCompletionSource(), new TaskCompletionSource<SendOutcome>());
        system.Next((CaseCopy copy, CancellationToken _) =>
        {
            if (arrived)
            {
                system.Take(copy);
            }

            began.SetResult();
            return new ValueTask<SendOutcome>(never.Task);
        });
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = "1", Text = Complaint, At = _clock.GetUtcNow() }));
        _ = Engine(system).RunDueAsync(Cancel).AsTask();
        await began.Task.WaitAsync(Cancel);

        var next = Engine(system);
        Assert.Equal(0, (await next.CaseMirror.RunDueAsync(Cancel)).Sent);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await next.CaseMirror.RunDueAsync(Cancel)).Sent);
        Assert.Single(system.Arrived);
    }

    [Fact]
    public async Task A_change_while_it_is_sent_goes_next()
    {
        var system = new FakeCaseSystem("casework");
        var engine = Engine(system);
        system.Next(async (copy, _) =>
        {
            Assert.IsType<CaseResult.Changed>(await engine.Cases.TakeAsync(copy.Case.Id, "pat", Pat, Cancel));
            return new SendOutcome.Accepted(system.Take(copy));
        });
        await HearAsync(engine, "1");
        Assert.Equal([null, "pat"], system.Arrived.Select(copy => copy.Case.Person));
    }

    [Fact]
    public async Task What_the_system_refuses_rests_until_the_case_changes_or_a_person_asks_again()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(_ => new SendOutcome.Rejected("the team is unknown"));
        system.Next(_ => new SendOutcome.Rejected("the team is unknown"));
        var engine = Engine(system);
        var id = await HearAsync(engine, "1");
        Assert.Equal((CopyState.Refused, "the team is unknown"), Of(await OneAsync(engine, system)));
        await engine.Cases.TakeAsync(id, "pat", Pat, Cancel);
        await engine.RunDueAsync(Cancel);
        Assert.Equal(CopyState.Refused, (await OneAsync(engine, system)).State);

        Assert.Contains("in doubt", Refused(await engine.CaseMirror.SettleAsync("casework", id, new Receipt("T-1"), Pat, Cancel)), StringComparison.Ordinal);
        await engine.CaseMirror.SettleAsync("casework", id, standsAs: null, Pat, Cancel);
        await engine.RunDueAsync(Cancel);
        Assert.Equal("pat", Assert.Single(system.Arrived).Case.Person);
    }

    [Fact]
    public async Task A_copy_that_takes_too_long_is_in_doubt()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(async (_, stop) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, stop);
            return new SendOutcome.NotSent("never");
        });
        var engine = Engine(system);
        await HearAsync(engine, "1");
        Assert.Equal((CopyState.NeedsHuman, "it took too long"), Of(await OneAsync(engine, system)));
    }

    [Fact]
    public async Task Many_hosts_at_once_send_each_case_once()
    {
        var system = new FakeCaseSystem("casework");
        CommsEngine[] hosts = [.. Enumerable.Range(0, 4).Select(host => Engine("host-" + host, system))];
        for (var item = 0; item < 25; item++)
        {
            _source.Add(new SourceEvent.Posted(new SourceItem { Id = $"{item}", Text = Complaint + item, At = _clock.GetUtcNow() }));
        }

        while (!(await hosts[0].Listening.RunDueAsync(Cancel)).BroughtNothing)
        {
        }

        await hosts[0].Triage.RunDueAsync(Cancel);
        await hosts[0].Cases.RunDueAsync(Cancel);
        await Task.WhenAll(hosts.Select(host => Task.Run(async () => await host.CaseMirror.RunDueAsync(Cancel), Cancel)));
        Assert.Equal(25, system.Arrived.DistinctBy(copy => copy.Key).Count());
        Assert.Equal(25, system.Arrived.Count);
    }

    [Fact]
    public async Task What_is_known_of_a_copy_is_kept_when_it_is_damaged_and_stops_no_other()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(_ => new SendOutcome.NotSent("busy"));
        var engine = Engine(system);
        var id = await HearAsync(engine, "1");
        var key = new RecordKey("case-copy:casework", id);
        var before = (await _ledger.FindAsync(key, Cancel))!;
        await _ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = key, Expected = before.Revision, Content = "rot"u8.ToArray(), Due = _clock.GetUtcNow() }] }, Cancel);

        Assert.Contains("damaged", Assert.Single((await engine.CaseMirror.RunDueAsync(Cancel)).Faults), StringComparison.Ordinal);
        await HearAsync(engine, "2");
        Assert.Single(system.Arrived);
        Assert.Equal("rot"u8.ToArray(), (await _ledger.FindAsync(key, Cancel))!.Content.ToArray());
    }

    [Fact]
    public void A_sink_needs_an_id_of_its_own_that_the_ledger_can_hold()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => new CommsBuilder()
            .AddCaseSink(new FakeCaseSystem("a")).AddCaseSink(new FakeCaseSystem("a")).AddCaseSink(new FakeCaseSystem("Case work"))
            .Configure(options => options with { CaseSinks = new CaseSinkOptions { SendWithin = TimeSpan.Zero, FirstWait = TimeSpan.FromHours(2) } }).Build());
        Assert.Contains("2 case sinks with the id 'a'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'Case work' is no id of a case sink", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SendWithin", fault.Message, StringComparison.Ordinal);
        Assert.Contains("FirstWait", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exercise_mirrors_to_no_real_system()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => new CommsBuilder().ForExercise().AddCaseSink(new FakeCaseSystem("casework")).Build());
        Assert.Contains("case sink 'casework' is not simulated", fault.Message, StringComparison.Ordinal);
    }

    private static InvalidOperationException LineDead => new("the line went dead");

    private static string Refused(CaseResult result) => string.Join("; ", Assert.IsType<CaseResult.Refused>(result).Reasons);

    private static (CopyState, string?) Of(MirroredCase one) => (one.State, one.Reason);

    private static async Task<MirroredCase> OneAsync(CommsEngine engine, ICaseSink system) =>
        Assert.Single(await engine.CaseMirror.ListAsync(system.Id, Cancel).ToListAsync(Cancel));

    private CommsEngine Engine(params ICaseSink[] systems) => Engine("host", systems);

    private CommsEngine Engine(string host, params ICaseSink[] systems)
    {
        var builder = new CommsBuilder().UseClock(_clock).UseLedger(_ledger, new InMemoryMediaStore()).AddSource(_source)
            .Configure(options => options with { Host = host });
        return systems.Aggregate(builder, (so, system) => so.AddCaseSink(system)).Build();
    }

    private async Task<string> HearAsync(CommsEngine engine, string id)
    {
        _source.Add(new SourceEvent.Posted(new SourceItem { Id = id, Text = Complaint, At = _clock.GetUtcNow() }));
        await engine.RunDueAsync(Cancel);
        var message = Comms.Core.Listening.Message.KeyFor("inbox", id).Id;
        return (await engine.Cases.ListAsync(Actor.Engine, Cancel).ToListAsync(Cancel)).First(one => one.Messages.Contains(message)).Id;
    }
}
