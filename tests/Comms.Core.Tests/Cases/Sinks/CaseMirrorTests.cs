using Comms.Core.Cases;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Cases.Sinks;

/// <summary>Cases in the host's own case system: each state once.</summary>
public class CaseMirrorTests
{
    private readonly MirrorWorld _mirror = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_case_goes_once_and_every_change_of_it_once_under_the_systems_own_name()
    {
        var system = new FakeCaseSystem("casework");
        var engine = _mirror.Engine(system);
        var id = await _mirror.HearAsync(engine, "1");
        await engine.RunDueAsync(Cancel);
        Assert.Null(Assert.Single(system.Arrived).Before);

        await engine.Cases.TakeAsync(id, "pat", CaseWorld.Handler, Cancel);
        var report = await engine.RunDueAsync(Cancel);
        await engine.RunDueAsync(Cancel);

        Assert.Equal(1, report.Mirrored.Sent);
        Assert.Equal([null, "pat"], system.Arrived.Select(copy => copy.Case.Person));
        Assert.StartsWith("T-", system.Arrived[1].Before!.Id, StringComparison.Ordinal);
        Assert.NotEqual(system.Arrived[0].Key, system.Arrived[1].Key);
        Assert.Equal(CopyState.Standing, (await MirrorWorld.OneAsync(engine, system)).State);
    }

    [Fact]
    public async Task Changes_that_follow_one_another_go_as_one()
    {
        var system = new FakeCaseSystem("casework");
        var engine = _mirror.Engine(system);
        var id = await _mirror.HearAsync(engine, "1");
        await engine.Cases.TakeAsync(id, "pat", CaseWorld.Handler, Cancel);
        await engine.Cases.NoteAsync(id, "rang them", CaseWorld.Handler, Cancel);
        await engine.CaseMirror.RunDueAsync(Cancel);

        Assert.Equal(("pat", 1), (system.Arrived[^1].Case.Person, system.Arrived[^1].Case.Notes.Count));
        Assert.Equal(2, system.Arrived.Count);
    }

    [Fact]
    public async Task Joining_and_splitting_changes_both_cases_there_too()
    {
        var system = new FakeCaseSystem("casework");
        var engine = _mirror.Engine(system);
        var (one, other) = (await _mirror.HearAsync(engine, "1"), await _mirror.HearAsync(engine, "2"));
        system.Arrived.Clear();
        await engine.Cases.JoinAsync(other, one, CaseWorld.Handler, Cancel);
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(new[] { one, other }.Order(), system.Arrived.Select(copy => copy.Case.Id).Order());

        system.Arrived.Clear();
        await engine.Cases.SplitAsync(other, CaseWorld.Handler, Cancel);
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(new[] { one, other }.Order(), system.Arrived.Select(copy => copy.Case.Id).Order());
    }

    [Fact]
    public async Task What_did_not_leave_waits_as_long_as_the_system_asks_and_holds_up_no_other_system()
    {
        var (down, up) = (new FakeCaseSystem("down"), new FakeCaseSystem("up"));
        down.Next(_ => new SendOutcome.NotSent("it is busy", TimeSpan.FromMinutes(7)));
        var engine = _mirror.Engine(down, up);
        await _mirror.HearAsync(engine, "1");

        Assert.Empty(down.Arrived);
        Assert.Single(up.Arrived);
        Assert.Equal((CopyState.Waiting, "it is busy"), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, down)));
        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
        Assert.Equal((CopyState.Standing, null), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, down)));
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

        var engine = _mirror.Engine(system);
        _mirror.World.Say("1", CaseWorld.Complaint);
        _mirror.World.Say("2", CaseWorld.Complaint);
        var report = await engine.RunDueAsync(Cancel);
        Assert.Equal(1, asked);
        Assert.Contains("down, time 1", Assert.Single(report.Mirrored.Faults), StringComparison.Ordinal);
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(2, asked);

        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await engine.CaseMirror.RunDueAsync(Cancel);
        Assert.Equal(3, asked);
        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
    }

    [Fact]
    public async Task A_change_while_it_is_sent_goes_next()
    {
        var system = new FakeCaseSystem("casework");
        var engine = _mirror.Engine(system);
        system.Next(async (copy, _) =>
        {
            Assert.IsType<CaseResult.Changed>(await engine.Cases.TakeAsync(copy.Case.Id, "pat", CaseWorld.Handler, Cancel));
            return new SendOutcome.Accepted(system.Take(copy));
        });
        await _mirror.HearAsync(engine, "1");
        Assert.Equal([null, "pat"], system.Arrived.Select(copy => copy.Case.Person));
    }

    [Fact]
    public async Task What_the_system_refuses_rests_until_the_case_changes_or_a_person_asks_again()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(_ => new SendOutcome.Rejected("the team is unknown"));
        system.Next(_ => new SendOutcome.Rejected("the team is unknown"));
        var engine = _mirror.Engine(system);
        var id = await _mirror.HearAsync(engine, "1");
        Assert.Equal((CopyState.Refused, "the team is unknown"), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, system)));
        await engine.Cases.TakeAsync(id, "pat", CaseWorld.Handler, Cancel);
        await engine.RunDueAsync(Cancel);
        Assert.Equal(CopyState.Refused, (await MirrorWorld.OneAsync(engine, system)).State);

        Assert.Contains("in doubt", MirrorWorld.Refused(await engine.CaseMirror.SettleAsync("casework", id, new Receipt("T-1"), CaseWorld.Handler, Cancel)), StringComparison.Ordinal);
        await engine.CaseMirror.SettleAsync("casework", id, standsAs: null, CaseWorld.Handler, Cancel);
        await engine.RunDueAsync(Cancel);
        Assert.Equal("pat", Assert.Single(system.Arrived).Case.Person);
    }

    [Fact]
    public async Task Many_hosts_at_once_send_each_case_once()
    {
        var system = new FakeCaseSystem("casework");
        CommsEngine[] hosts = [.. Enumerable.Range(0, 4).Select(host => _mirror.Engine("host-" + host, system))];
        for (var item = 0; item < 25; item++)
        {
            _mirror.World.Say($"{item}", CaseWorld.Complaint + item);
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
        var engine = _mirror.Engine(system);
        var id = await _mirror.HearAsync(engine, "1");
        var key = new RecordKey("case-copy:casework", id);
        var before = (await _mirror.World.Ledger.FindAsync(key, Cancel))!;
        await _mirror.World.Ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = key, Expected = before.Revision, Content = "rot"u8.ToArray(), Due = _mirror.World.Clock.GetUtcNow() }] }, Cancel);

        Assert.Contains("damaged", Assert.Single((await engine.CaseMirror.RunDueAsync(Cancel)).Faults), StringComparison.Ordinal);
        await _mirror.HearAsync(engine, "2");
        Assert.Single(system.Arrived);
        Assert.Equal("rot"u8.ToArray(), (await _mirror.World.Ledger.FindAsync(key, Cancel))!.Content.ToArray());
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
}
