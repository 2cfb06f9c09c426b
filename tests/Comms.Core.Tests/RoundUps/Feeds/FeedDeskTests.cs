using Comms.Core.Governance;
using Comms.Core.RoundUps.Feeds;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Feeds;

public class FeedDeskTests
{
    private readonly FeedWorld _world = new();

    [Fact]
    public async Task What_nobody_decided_is_pending_and_not_shown()
    {
        await _world.HearAsync(new Heard("a", "Lovely garden"), new Heard("b", "Good soup"));

        Assert.Equal([FeedState.Pending, FeedState.Pending], (await _world.ListAsync()).Select(entry => entry.State));
        Assert.Empty((await _world.PageAsync()).Feed.Items);
    }

    [Fact]
    public async Task A_decision_keeps_who_when_and_why_and_is_audited()
    {
        await _world.HearAsync(new Heard("a", "Lovely garden"));
        var decided = Assert.IsType<FeedResult.Decided>(await _world.ApproveAsync("a", FeedWorld.Ann));

        Assert.Equal(new FeedAct(FeedVerdict.Approve, "ann", _world.Time.GetUtcNow(), "kind words"), Assert.Single(decided.Entry.Acts));
        var audited = Assert.Single(await AuditAsync());
        Assert.Equal(("ann", "feed-approve", "feed/a", "kind words"), (audited.Actor, audited.Act, audited.Subject, audited.Detail));
    }

    [Fact]
    public async Task Who_may_not_moderate_decides_nothing()
    {
        await _world.HearAsync(new Heard("a", "Lovely garden"));

        Assert.Equal(["visitor may not moderate"], Assert.IsType<FeedResult.Refused>(await _world.ApproveAsync("a", new Actor("visitor", []))).Reasons);
        Assert.Equal(FeedState.Pending, await _world.StateAsync("a"));
        Assert.IsType<FeedResult.Refused>(await _world.ApproveAsync("never-heard", FeedWorld.Ann));
    }

    [Fact]
    public async Task Deleted_at_its_source_it_is_withdrawn_at_once_and_its_words_are_nowhere()
    {
        await _world.HearAsync(new Heard("a", "Lovely garden"));
        await _world.ApproveAsync("a", FeedWorld.Ann);
        await _world.DeleteAsync("a");

        Assert.Empty((await _world.PageAsync()).Feed.Items);
        var entry = Assert.Single(await _world.ListAsync());
        Assert.Equal((FeedState.Withdrawn, null), (entry.State, entry.Message));
        Assert.Equal(("engine", "deleted at its source"), (entry.Acts[^1].By, entry.Acts[^1].Why));
        Assert.Equal(2, (await AuditAsync()).Count);
        Assert.IsType<FeedResult.Refused>(await _world.ApproveAsync("a", FeedWorld.Ann));
    }

    [Fact]
    public async Task Changed_words_are_pending_again_and_rejected_ones_stay_rejected()
    {
        await _world.HearAsync(new Heard("a", "Lovely garden"), new Heard("b", "Spam"));
        await _world.ApproveAsync("a", FeedWorld.Ann);
        await _world.SayAsync(FeedVerdict.Reject, "b");
        await _world.HearAsync(new Heard("a", "Terrible garden"), new Heard("b", "More spam"));

        Assert.Equal((FeedState.Pending, FeedState.Rejected), (await _world.StateAsync("a"), await _world.StateAsync("b")));
        Assert.Empty((await _world.PageAsync()).Feed.Items);
    }

    [Fact]
    public async Task A_first_approval_of_other_words_counts_for_nothing()
    {
        Heard named = new("a", "Kind to Mrs Okafor") { Private = "Mrs Okafor", PrivateKind = "name" };
        await _world.HearAsync(named);
        await _world.ApproveAsync("a", FeedWorld.Ann, consent: "asked");
        await _world.HearAsync(named with { Text = "Rude to Mrs Okafor" });

        Assert.IsType<FeedResult.Decided>(await _world.ApproveAsync("a", FeedWorld.Bea, consent: "asked"));
        Assert.Equal(FeedState.Pending, await _world.StateAsync("a"));
        await _world.ApproveAsync("a", FeedWorld.Ann);
        Assert.Equal(FeedState.Approved, await _world.StateAsync("a"));
    }

    [Fact]
    public async Task The_latest_come_first_and_no_more_than_wanted()
    {
        await _world.HearAsync(Enumerable.Range(0, 5).Select(at => new Heard($"m{at}", $"Word {at}") { Hours = at }.Triaged()));
        foreach (var id in new[] { "m3", "m0", "m4", "m1" })
        {
            await _world.ApproveAsync(id, FeedWorld.Ann);
        }

        Assert.Equal(
            ["urn:comms:message:m4", "urn:comms:message:m3", "urn:comms:message:m1"],
            (await _world.PageAsync(new FeedRequest { Most = 3 })).Feed.Items.Select(item => item.Id));
    }

    private async Task<List<AuditEntry>> AuditAsync()
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in new AuditTrail(_world.Ledger).ReadAsync(TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
