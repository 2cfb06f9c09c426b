using Comms.Core.Channels;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using CsCheck;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public sealed class QuotaTests
{
    private static readonly Quota TwoAnHour = new() { Posts = 2, Per = TimeSpan.FromHours(1) };
    private readonly ScriptedChannel channel = new("a");

    [Fact]
    public async Task What_is_over_the_quota_waits_until_there_is_room()
    {
        var world = World(TwoAnHour);
        await PlanAsync(world, 3);

        await world.RunAsync();
        Assert.Equal(2, channel.Shown.Count);
        Assert.Equal(DeliveryState.Scheduled, await world.StateAsync("post 2"));
        await world.RunAfterAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(2, channel.Shown.Count);
        await world.RunAfterAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(["post 0", "post 1", "post 2"], channel.Shown);
    }

    [Fact]
    public async Task An_account_whose_rate_limit_is_used_up_rests_on_every_host_until_it_is_set_anew()
    {
        var world = World(new Quota { Posts = 100, Per = TimeSpan.FromHours(1) });
        channel.Sends.Enqueue((post, key, _, _) => ValueTask.FromResult(channel.Show(post, key) with { AccountRests = TimeSpan.FromMinutes(4) }));
        await PlanAsync(world, 2);
        await PlanHoldingAsync(world);

        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.Host("two").RunDueAsync(PublishingWorld.Cancel);
        Assert.Equal(["post 0"], channel.Shown);
        Assert.Equal(1, channel.Sent);

        await world.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["post 0", "post 1", "holding"], channel.Shown);
    }

    [Fact]
    public async Task A_refusal_for_its_rate_makes_the_whole_account_wait_and_no_other()
    {
        var other = new ScriptedChannel("b");
        var world = new PublishingWorld(channel, other);
        channel.Sends.Enqueue((_, _, _, _) => ValueTask.FromResult<SendOutcome>(
            new SendOutcome.NotSent("too many requests", TimeSpan.FromMinutes(2)) { AccountRests = TimeSpan.FromMinutes(2) }));
        await PlanAsync(world, 3);
        await world.PlanAsync("elsewhere", "b");

        await world.RunAsync();
        Assert.Equal((1, 0), (channel.Sent, channel.Shown.Count));
        Assert.Equal(["elsewhere"], other.Shown);

        await world.RunAfterAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(["post 0", "post 1", "post 2"], channel.Shown);
    }

    [Fact]
    public async Task A_header_that_is_wrong_by_years_silences_an_account_for_a_day_at_most()
    {
        var world = World(new Quota { Posts = 100, Per = TimeSpan.FromHours(1) });
        channel.Sends.Enqueue((post, key, _, _) => ValueTask.FromResult(channel.Show(post, key) with { AccountRests = TimeSpan.FromDays(3_000) }));
        await PlanAsync(world, 1);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.PlanAsync("the day after");

        await world.RunAsync();

        Assert.Equal(["post 0", "the day after"], channel.Shown);
    }

    [Fact]
    public async Task The_reserve_carries_a_holding_statement_and_nothing_else()
    {
        var world = World(new Quota { Posts = 3, Per = TimeSpan.FromHours(1), Reserve = 1 });
        await PlanAsync(world, 3);
        await PlanHoldingAsync(world);

        await world.RunAsync();

        Assert.Equal(["post 0", "post 1", "holding"], channel.Shown);
        Assert.Equal(DeliveryState.Scheduled, await world.StateAsync("post 2"));
    }

    [Fact]
    public async Task Without_a_reserve_a_holding_statement_waits_like_any_other()
    {
        var world = World(TwoAnHour);
        await PlanAsync(world, 2);
        await PlanHoldingAsync(world);

        await world.RunAsync();

        Assert.Equal(DeliveryState.Scheduled, await world.StateAsync("holding"));
    }

    [Fact]
    public async Task It_holds_across_hosts()
    {
        var world = World(TwoAnHour);
        await PlanAsync(world, 2);
        await world.RunAsync();
        await PlanAsync(world, 1, from: 2);

        await world.Host("two").RunDueAsync(PublishingWorld.Cancel);

        Assert.Equal(2, channel.Shown.Count);
    }

    [Fact]
    public void It_is_never_overrun_in_any_span_and_nobody_waits_a_sixtieth_too_long() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 4], Gen.Select(Gen.Int[0, 1800], Gen.Bool).List[1, 60]).Sample((posts, reserve, wishes) =>
        {
            var quota = new Quota { Posts = posts, Per = TimeSpan.FromHours(1), Reserve = Math.Min(reserve, posts - 1) };
            var now = PublishingWorld.Nine;
            var (sent, spent) = (new List<(DateTimeOffset At, bool Crisis)>(), (IReadOnlyList<Spent>)[]);
            foreach (var (seconds, crisis) in wishes)
            {
                now = now.AddSeconds(seconds);
                var next = Spending.Next(spent, quota, crisis, now);
                var allowed = crisis ? posts : posts - quota.Reserve;
                var inSpan = sent.Count(post => post.At > now - quota.Per);
                var inSpanAndABit = sent.Count(post => post.At > now - (quota.Per * 61 / 60));
                Assert.True(inSpan <= posts, "No span has more than the quota.");
                Assert.True(next is not null || inSpan < allowed, "It may go only when there is room.");
                Assert.True(next is null || inSpanAndABit >= allowed, "It waits only when there is none.");
                Assert.True(next is null || next > now, "Whoever waits is told a time to come.");
                if (next is null)
                {
                    sent.Add((now, crisis));
                    spent = Spending.With(spent, quota, now);
                    Assert.True(spent.Count <= 62, "The record stays small.");
                }
            }
        });

    [Fact]
    public void A_quota_that_cannot_be_is_named()
    {
        var faults = new PublishingOptions
        {
            Quotas = new Dictionary<string, Quota> { ["a"] = new() { Posts = 2, Per = TimeSpan.Zero, Reserve = 2 } },
        }.Faults().ToArray();

        Assert.Equal(2, faults.Length);
        Assert.All(faults, fault => Assert.Contains("'a'", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quota_of_an_account_that_is_not_there_is_named()
    {
        var builder = new CommsBuilder()
            .Configure(with => with with { Publishing = new PublishingOptions { Quotas = new Dictionary<string, Quota> { ["nowhere"] = TwoAnHour } } })
            .AddChannel(new InMemoryChannel("a"));

        Assert.Contains("'nowhere'", Assert.Throws<OptionsValidationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private static async Task PlanAsync(PublishingWorld world, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            await world.PlanAsync($"post {i}", lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));
        }
    }

    private static ValueTask<bool> PlanHoldingAsync(PublishingWorld world) => world.PlanAsync(
        "holding", world.Clock.GetUtcNow(), Lateness.Default, new PostMarks { Crisis = true }, new Rendition { Account = "a", Text = "holding" });

    private PublishingWorld World(Quota quota) => new(channel)
    {
        Options = new PublishingOptions { Quotas = new Dictionary<string, Quota> { ["a"] = quota } },
    };
}
