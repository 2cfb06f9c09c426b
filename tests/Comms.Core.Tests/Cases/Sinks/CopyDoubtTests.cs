using Comms.Core.Cases;
using Comms.Core.Cases.Sinks;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Xunit;

namespace Comms.Core.Tests.Cases.Sinks;

/// <summary>What becomes of a copy of which nobody said whether it arrived.</summary>
public class CopyDoubtTests
{
    private readonly MirrorWorld _mirror = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static InvalidOperationException LineDead => new("the line went dead");

    [Fact]
    public async Task Where_nobody_can_be_asked_a_copy_in_doubt_waits_for_a_person_whatever_changes()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(copy =>
        {
            system.Take(copy);
            throw LineDead;
        });
        var engine = _mirror.Engine(system);
        var id = await _mirror.HearAsync(engine, "1");
        await engine.Cases.TakeAsync(id, "pat", CaseWorld.Handler, Cancel);
        await engine.RunDueAsync(Cancel);
        Assert.Single(system.Arrived);
        Assert.Equal((CopyState.NeedsHuman, "the line went dead"), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, system)));

        var settled = await engine.CaseMirror.SettleAsync("casework", id, new Receipt("T-9"), CaseWorld.Handler, Cancel);
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
        var engine = _mirror.Engine(system);
        var id = await _mirror.HearAsync(engine, "1");
        Assert.Contains("may not handle", MirrorWorld.Refused(await engine.CaseMirror.SettleAsync("casework", id, null, new Actor("x", []), Cancel)), StringComparison.Ordinal);
        Assert.Contains("no case nowhere", MirrorWorld.Refused(await engine.CaseMirror.SettleAsync("casework", "nowhere", null, CaseWorld.Handler, Cancel)), StringComparison.Ordinal);
        Assert.IsType<CaseResult.Changed>(await engine.CaseMirror.SettleAsync("casework", id, standsAs: null, CaseWorld.Handler, Cancel));
        Assert.Equal(1, (await engine.RunDueAsync(Cancel)).Mirrored.Sent);
        Assert.Contains("in doubt", MirrorWorld.Refused(await engine.CaseMirror.SettleAsync("casework", id, null, CaseWorld.Handler, Cancel)), StringComparison.Ordinal);
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
        var engine = _mirror.Engine(system);
        await _mirror.HearAsync(engine, "1");
        Assert.Equal((CopyState.Sending, "the line went dead"), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, system)));

        system.Says = new ReadBack.Unknown("it is starting");
        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("it is starting", Assert.Single((await engine.CaseMirror.RunDueAsync(Cancel)).Faults), StringComparison.Ordinal);
        system.Says = null;
        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await engine.CaseMirror.RunDueAsync(Cancel)).Sent);
        Assert.Single(system.Arrived);
        Assert.Equal((CopyState.Standing, null), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, system)));
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
        _mirror.World.Say("1", CaseWorld.Complaint);
        _ = _mirror.Engine(system).RunDueAsync(Cancel).AsTask();
        await began.Task.WaitAsync(Cancel);

        var next = _mirror.Engine(system);
        Assert.Equal(0, (await next.CaseMirror.RunDueAsync(Cancel)).Sent);
        _mirror.World.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await next.CaseMirror.RunDueAsync(Cancel)).Sent);
        Assert.Single(system.Arrived);
    }

    [Fact]
    public async Task A_copy_that_takes_too_long_is_in_doubt()
    {
        var system = new FakeCaseSystem("casework");
        system.Next(async (_, stop) =>
        {
            _mirror.World.Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.InfiniteTimeSpan, _mirror.World.Clock, stop);
            return new SendOutcome.NotSent("never");
        });
        var engine = _mirror.Engine(system);
        await _mirror.HearAsync(engine, "1");
        Assert.Equal((CopyState.NeedsHuman, "it took too long"), MirrorWorld.Of(await MirrorWorld.OneAsync(engine, system)));
    }
}
