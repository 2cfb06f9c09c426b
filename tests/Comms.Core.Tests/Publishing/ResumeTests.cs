using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class ResumeTests
{
    private static readonly HoldScope[] Scopes = [HoldScope.All, HoldScope.Account("a"), HoldScope.Campaign("#Flu")];
    private readonly ScriptedChannel one = new("a");
    private readonly ScriptedChannel two = new("b");
    private readonly PublishingWorld world;

    public ResumeTests() => world = new PublishingWorld(one, two);

    private static CancellationToken Cancel => PublishingWorld.Cancel;

    private HoldDesk Holds => world.Desk.Holds;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_hold_stops_what_its_scope_covers_and_nothing_else(int scope)
    {
        await PlanAsync("flu", "a", "flu");
        await PlanAsync("news", "b", "news");
        await HoldAsync(Scopes[scope]);

        await world.RunAsync();

        Assert.Empty(one.Shown);
        Assert.Equal(scope == 0 ? 0 : 1, two.Shown.Count);
    }

    [Fact]
    public async Task A_part_without_the_hashtag_is_held_with_its_post()
    {
        await world.PlanAsync("post", null, null, Tagged("a", "one", "flu") with { Parts = 2 }, new Rendition { Account = "a", Text = "two", Part = 1, Parts = 2 });
        await HoldAsync(HoldScope.Campaign("FLU"));

        await world.RunAsync();

        Assert.Empty(one.Shown);
    }

    [Fact]
    public async Task A_crisis_post_goes_through_every_hold_and_waits_for_no_pace()
    {
        await HoldAsync(HoldScope.All);
        await HoldAsync(HoldScope.Account("a"));
        await PlanAsync("ordinary", "a");
        await PlanAsync("late crisis", "a", crisis: true, at: PublishingWorld.Nine.AddMinutes(-30));
        await PlanAsync("crisis", "a", crisis: true, at: PublishingWorld.Nine.AddMinutes(-20));

        await world.RunAsync();

        Assert.Equal(["late crisis", "crisis"], one.Shown);
    }

    [Fact]
    public async Task As_planned_each_goes_by_its_own_lateness()
    {
        await PlanAsync("due", "a");
        await PlanAsync("expires", "b", lateness: Lateness.Expire);
        await PlanAsync("later", "a", at: PublishingWorld.Nine.AddHours(3));
        await HoldRunAndResumeAsync(TimeSpan.FromHours(1), ResumeAs.Planned);

        Assert.Equal(["due"], one.Shown);
        Assert.Equal(DeliveryState.Expired, await world.StateAsync("expires"));
        Assert.Equal(PublishingWorld.Nine.AddHours(3), (await world.DeliveryAsync("later")).Due);
    }

    [Fact]
    public async Task Shifted_everything_goes_out_later_by_as_long_as_the_hold_stood()
    {
        await PlanAsync("due", "a", lateness: Lateness.Expire);
        await PlanAsync("later", "a", at: PublishingWorld.Nine.AddHours(3));
        await HoldRunAndResumeAsync(TimeSpan.FromHours(2), ResumeAs.Shifted);

        Assert.Equal(["due"], one.Shown);
        Assert.Equal(PublishingWorld.Nine.AddHours(5), (await world.DeliveryAsync("later")).PlannedFor);
    }

    [Fact]
    public async Task Reviewed_nothing_goes_out_until_a_person_has_looked_at_it()
    {
        await PlanAsync("due", "a");
        await PlanAsync("later", "a", at: PublishingWorld.Nine.AddHours(3));
        await HoldRunAndResumeAsync(TimeSpan.FromHours(1), ResumeAs.Review);
        Assert.Empty(one.Shown);

        Assert.True(await world.Desk.SendAgainAsync(await world.DeliveryAsync("due"), PublishingWorld.Publisher, Cancel));
        Assert.True(await world.Desk.SendAgainAsync(await world.DeliveryAsync("later"), PublishingWorld.Publisher, Cancel));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["due"], one.Shown);
        Assert.Equal(PublishingWorld.Nine.AddHours(3), (await world.DeliveryAsync("later")).Due);
    }

    [Fact]
    public async Task An_end_that_is_killed_anywhere_leaves_the_hold_standing_and_goes_on_with_the_same_choice()
    {
        for (var steps = 0; ; steps++)
        {
            var fresh = new PublishingWorld(new ScriptedChannel("a"));
            await fresh.PlanAsync("x", at: PublishingWorld.Nine.AddHours(1));
            await fresh.PlanAsync("y", at: PublishingWorld.Nine.AddHours(2));
            await fresh.Desk.Holds.HoldAsync(HoldScope.All, "why", PublishingWorld.Publisher, Cancel);
            fresh.Clock.Advance(TimeSpan.FromHours(4));
            var killed = fresh.HostOn("killed", new KilledLedger(fresh.Ledger, steps));
            if (await EndsAsync(killed.Holds))
            {
                Assert.InRange(steps, 3, 8);
                return;
            }

            Assert.NotEmpty(await fresh.Desk.Holds.ListAsync(Cancel).ToListAsync(Cancel));
            fresh.Clock.Advance(TimeSpan.FromHours(1));
            var otherwise = await fresh.Desk.Holds.ResumeAsync(HoldScope.All, ResumeAs.Review, "over", PublishingWorld.Publisher, Cancel);
            Assert.Equal(steps > 0, otherwise is ResumeResult.Refused);
            if (steps > 0)
            {
                Assert.IsType<ResumeResult.Resumed>(await fresh.Desk.Holds.ResumeAsync(HoldScope.All, ResumeAs.Shifted, "over", PublishingWorld.Publisher, Cancel));
                Assert.Equal(PublishingWorld.Nine.AddHours(5), (await fresh.DeliveryAsync("x")).PlannedFor);
                Assert.Equal(PublishingWorld.Nine.AddHours(6), (await fresh.DeliveryAsync("y")).PlannedFor);
            }
        }
    }

    [Fact]
    public async Task Lifting_one_hold_leaves_the_other()
    {
        await PlanAsync("post", "a");
        await HoldAsync(HoldScope.All);
        await HoldAsync(HoldScope.Account("a"));

        Assert.IsType<ResumeResult.Resumed>(await Holds.ResumeAsync(HoldScope.All, ResumeAs.Planned, "over", PublishingWorld.Publisher, Cancel));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(one.Shown);
        Assert.Equal("account:a", Assert.Single(await Holds.ListAsync(Cancel).ToListAsync(Cancel)).Scope.Name);
    }

    [Fact]
    public async Task What_no_hold_holds_or_who_may_not_is_refused()
    {
        Assert.IsType<ResumeResult.Refused>(await Holds.ResumeAsync(HoldScope.All, ResumeAs.Planned, "over", PublishingWorld.Publisher, Cancel));
        await HoldAsync(HoldScope.All);
        Assert.IsType<ResumeResult.Refused>(await Holds.ResumeAsync(HoldScope.All, ResumeAs.Planned, "over", new Actor("author", ["author"]), Cancel));
    }

    [Fact]
    public void Whenever_a_hold_comes_no_intent_commits_after_it() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 2], Gen.Int[1, 4]).Sample((at, scope, posts) =>
        {
            var fresh = new PublishingWorld(new ScriptedChannel("a"));
            var desk = fresh.Desk.Holds;
            var held = false;
            var intents = 0;
            var ledger = new WatchedLedger(fresh.Ledger, at, async () =>
            {
                held = await desk.HoldAsync(Scopes[scope], "now", PublishingWorld.Publisher);
                intents = Intents(fresh);
            });
            for (var post = 0; post < posts; post++)
            {
                fresh.PlanAsync($"p{post}", null, null, Tagged("a", $"p{post}", "flu")).AsTask().GetAwaiter().GetResult();
            }

            fresh.HostOn("watched", ledger).RunDueAsync().AsTask().GetAwaiter().GetResult();

            Assert.True(!held || Intents(fresh) == intents);
        }, iter: 200, threads: 1);

    private static int Intents(PublishingWorld world) =>
        world.Desk.ListAsync().ToBlockingEnumerable().Count(delivery => delivery.Intent is not null);

    private static async Task<bool> EndsAsync(HoldDesk holds)
    {
        try
        {
            return await holds.ResumeAsync(HoldScope.All, ResumeAs.Shifted, "over", PublishingWorld.Publisher, Cancel) is ResumeResult.Resumed;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task HoldRunAndResumeAsync(TimeSpan time, ResumeAs how)
    {
        await HoldAsync(HoldScope.All);
        await world.RunAsync();
        world.Clock.Advance(time);
        Assert.IsType<ResumeResult.Resumed>(await Holds.ResumeAsync(HoldScope.All, how, "over", PublishingWorld.Publisher, Cancel));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));
    }

    private async Task HoldAsync(HoldScope scope) => Assert.True(await Holds.HoldAsync(scope, "why", PublishingWorld.Publisher, Cancel));

    private ValueTask<bool> PlanAsync(
        string text, string account, string? tag = null, bool crisis = false, DateTimeOffset? at = null, Lateness? lateness = null) =>
        world.PlanAsync(text, at, lateness, new PostMarks(Crisis: crisis), tag is null ? new Rendition { Account = account, Text = text } : Tagged(account, text, tag));

    private static Rendition Tagged(string account, string text, string tag) =>
        new() { Account = account, Text = text, Facets = [new Facet(0, 1, FacetKind.Hashtag, tag)] };

    /// <summary>A ledger whose program is killed after so many commits.</summary>
    private sealed class KilledLedger(ILedger ledger, int commits) : LedgerDecorator(ledger)
    {
        private int left = commits;

        public override ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel) =>
            left-- > 0 ? base.CommitAsync(batch, cancel) : throw new OperationCanceledException("killed");
    }

    /// <summary>A ledger on which something happens before a call of a number.</summary>
    private sealed class WatchedLedger(ILedger ledger, int at, Func<Task> happens) : LedgerDecorator(ledger)
    {
        private int calls;

        public override async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
        {
            await HappenAsync();
            return await base.CommitAsync(batch, cancel);
        }

        public override async ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel)
        {
            await HappenAsync();
            return await base.FindAsync(key, cancel);
        }

        private Task HappenAsync() => calls++ == at ? happens() : Task.CompletedTask;
    }
}
