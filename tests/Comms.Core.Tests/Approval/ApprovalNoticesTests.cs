using Comms.Core.Approval.Rules;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Approval;

public sealed class ApprovalNoticesTests
{
    private readonly ApprovalWorld _world = new(new ApprovalOptions { TellBy = ["colleagues"], WaitAtMost = TimeSpan.FromHours(4) });

    [Fact]
    public async Task A_draft_whose_approver_is_absent_is_told_of_until_someone_decides()
    {
        var draft = await _world.DraftAsync("A secret plan");
        await RunAfterAsync(TimeSpan.FromHours(3));
        Assert.Empty(_world.Told);
        await RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal($"Draft {draft.Id} of sam has waited 4 hours for approval. Approve it, reject it, or find who can.", Assert.Single(_world.Told));
        await RunAfterAsync(TimeSpan.FromHours(4));
        Assert.Equal(2, _world.Told.Count);

        await _world.ApproveAsync(draft, Ros);
        await RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, _world.Told.Count);
    }

    [Fact]
    public async Task What_was_decided_in_time_is_not_told_of()
    {
        await _world.ApproveAsync(await _world.DraftAsync("Yes"), Ros);
        await _world.Engine.Approval.RejectAsync(await _world.DraftAsync("No"), Ros, "not so", Cancel);
        await RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Empty(_world.Told);
    }

    [Fact]
    public async Task Two_hosts_tell_of_it_once()
    {
        await _world.DraftAsync("Waiting");
        var other = _world.Host(new ApprovalOptions { TellBy = ["colleagues"], WaitAtMost = TimeSpan.FromHours(4) });
        _world.Clock.Advance(TimeSpan.FromHours(5));
        await Task.WhenAll(_world.Engine.Approval.RunDueAsync(Cancel).AsTask(), other.Approval.RunDueAsync(Cancel).AsTask());

        Assert.Single(_world.Told);
    }

    private async Task RunAfterAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        Assert.Empty(await _world.Engine.Approval.RunDueAsync(Cancel));
    }
}
