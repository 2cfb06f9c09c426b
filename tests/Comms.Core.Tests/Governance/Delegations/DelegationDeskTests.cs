using Comms.Core.Approval;
using Comms.Core.Approval.Rules;
using Comms.Core.Governance;
using Comms.Core.Governance.Delegations;
using Comms.Core.Tests.Approval;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Governance.Delegations;

public sealed class DelegationDeskTests
{
    private static readonly Actor Kit = new("kit", ["author"]);

    private readonly ApprovalWorld _world = new();

    private DelegationDesk Desk => _world.Engine.Delegations;

    [Fact]
    public async Task Whoever_stands_in_may_what_was_lent_until_its_end_and_no_longer()
    {
        var delegation = await LendAsync(Ros, Kit, TimeSpan.FromDays(2), "approver");
        var acting = await Desk.ActingAsync(Kit, Cancel);
        Assert.Equal(["author", "approver"], acting.Roles);
        Assert.Equal([new LentRole("approver", "ros")], acting.Lent);
        Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(await _world.DraftAsync("Open"), acting));

        _world.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromTicks(1));
        Assert.True(delegation.StandsAt(_world.Clock.GetUtcNow()));
        Assert.NotEmpty((await Desk.ActingAsync(Kit, Cancel)).Lent);
        _world.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Same(Kit, await Desk.ActingAsync(Kit, Cancel));
        Assert.Equal(["ros lend-roles"], (await _world.ActsAsync()).Where(act => act.StartsWith("ros", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Many_are_asked_for_at_once_and_keep_their_order()
    {
        await LendAsync(Ros, Kit, TimeSpan.FromDays(1), "approver");

        var acting = await Desk.ActingAllAsync([Sam, Kit, Ros], Cancel);
        Assert.Equal([0, 1, 0], acting.Select(actor => actor.Lent.Count));
        Assert.Equal(["sam", "kit", "ros"], acting.Select(actor => actor.Id));
    }

    [Fact]
    public async Task It_begins_when_it_was_said_to()
    {
        var now = _world.Clock.GetUtcNow();
        Assert.IsType<DelegationResult.Kept>(await Desk.LendAsync(
            new NewDelegation { To = "kit", Roles = ["approver"], From = now.AddDays(1), Until = now.AddDays(2), Reason = "leave" }, Ros, Cancel));

        Assert.Empty((await Desk.ActingAsync(Kit, Cancel)).Lent);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty((await Desk.ActingAsync(Kit, Cancel)).Lent);
    }

    [Fact]
    public async Task Nobody_approves_what_the_one_for_whom_they_stand_in_wrote()
    {
        var both = new Actor("both", ["author", "approver"]);
        await LendAsync(both, Kit, TimeSpan.FromDays(1), "approver");
        var draft = await _world.DraftAsync("Mine", both);

        Assert.Equal(["four eyes: kit approves for both, who wrote it"], ApprovalWorld.Refused(await _world.ApproveAsync(draft, await Desk.ActingAsync(Kit, Cancel))));
        await LendAsync(Ros, Kit, TimeSpan.FromDays(1), "approver");
        Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(draft, await Desk.ActingAsync(Kit, Cancel)));
    }

    [Fact]
    public async Task What_an_author_knows_does_not_approve_their_own_words_through_another()
    {
        var world = new ApprovalWorld(new ApprovalOptions { Rules = [new ApprovalRule { Id = "claim", Words = ["vaccine"], Role = "clinical" }] });
        var nurse = new Actor("nurse", ["author", "clinical"]);
        var lent = new NewDelegation { To = "ros", Roles = ["clinical"], Until = world.Clock.GetUtcNow().AddDays(1), Reason = "on leave" };
        Assert.IsType<DelegationResult.Kept>(await world.Engine.Delegations.LendAsync(lent, nurse, Cancel));
        var acting = await world.Engine.Delegations.ActingAsync(Ros, Cancel);

        Assert.IsType<ApprovalResult.Awaits>(await world.ApproveAsync(await world.DraftAsync("The vaccine is here", nurse), acting));
        Assert.IsType<ApprovalResult.Approved>(await world.ApproveAsync(await world.DraftAsync("The vaccine is here"), acting));
    }

    [Fact]
    public async Task What_is_lent_is_ones_own_and_has_an_end_within_a_year()
    {
        await LendAsync(Ros, Kit, TimeSpan.FromDays(9), "approver");
        var acting = await Desk.ActingAsync(Kit, Cancel);

        Assert.Equal("kit has no role approver of their own to lend", await RefusedAsync(acting, "ann", 1, "approver"));
        Assert.Equal("ros has no role clinical of their own to lend", await RefusedAsync(Ros, "kit", 1, "approver", "clinical"));
        Assert.Equal("ros cannot stand in for themselves", await RefusedAsync(Ros, "ros", 1, "approver"));
        Assert.Equal("its end is past, or before its beginning", await RefusedAsync(Ros, "kit", 0, "approver"));
        Assert.Equal("it is for a year at most", await RefusedAsync(Ros, "kit", 367, "approver"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await RefusedAsync(Ros, "kit", 1));
    }

    [Fact]
    public async Task Either_of_the_two_ends_it_at_once_and_nobody_else()
    {
        var delegation = await LendAsync(Ros, Kit, TimeSpan.FromDays(9), "approver");

        Assert.Equal("ann has neither lent these roles nor has them", Assert.IsType<DelegationResult.Refused>(await Desk.EndAsync(delegation.Id, Ann, Cancel)).Reason);
        Assert.IsType<DelegationResult.Kept>(await Desk.EndAsync(delegation.Id, Kit, Cancel));
        Assert.Same(Kit, await Desk.ActingAsync(Kit, Cancel));
        Assert.StartsWith("it ended at 2026-11-23", Assert.IsType<DelegationResult.Refused>(await Desk.EndAsync(delegation.Id, Ros, Cancel)).Reason, StringComparison.Ordinal);
        Assert.Equal("there is no delegation nothing", Assert.IsType<DelegationResult.Refused>(await Desk.EndAsync("nothing", Ros, Cancel)).Reason);
        Assert.Equal(_world.Clock.GetUtcNow(), (await Desk.ListAsync(Cancel).SingleAsync(Cancel)).Until);
    }

    private async Task<Delegation> LendAsync(Actor by, Actor to, TimeSpan time, params string[] roles) => Assert.IsType<DelegationResult.Kept>(await Desk.LendAsync(
        new NewDelegation { To = to.Id, Roles = roles, Until = _world.Clock.GetUtcNow() + time, Reason = "on leave" }, by, Cancel)).Delegation;

    private async Task<string> RefusedAsync(Actor by, string to, int days, params string[] roles) => Assert.IsType<DelegationResult.Refused>(await Desk.LendAsync(
        new NewDelegation { To = to, Roles = roles, Until = _world.Clock.GetUtcNow().AddDays(days), Reason = "on leave" }, by, Cancel)).Reason;
}
