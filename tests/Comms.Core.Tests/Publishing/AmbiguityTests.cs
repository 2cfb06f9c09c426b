using Comms.Core.Channels;
using Comms.Core.Publishing;
using Polly.CircuitBreaker;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class AmbiguityTests
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(31);
    private static readonly TimeSpan LongestSend = new PublishingOptions().HardStop;

    public static TheoryData<IdempotencyClass, string, DeliveryState> Table => new()
    {
        { IdempotencyClass.ByKey, "found", DeliveryState.Published },
        { IdempotencyClass.ByKey, "absent", DeliveryState.Published },
        { IdempotencyClass.ByKey, "unknown", DeliveryState.Published },
        { IdempotencyClass.ByKey, "throws", DeliveryState.Published },
        { IdempotencyClass.ByKey, "mute", DeliveryState.Published },
        { IdempotencyClass.CreateOnly, "found", DeliveryState.Published },
        { IdempotencyClass.CreateOnly, "absent", DeliveryState.Published },
        { IdempotencyClass.CreateOnly, "unknown", DeliveryState.Published },
        { IdempotencyClass.CreateOnly, "mute", DeliveryState.Published },
        { IdempotencyClass.None, "found", DeliveryState.Published },
        { IdempotencyClass.None, "absent", DeliveryState.NeedsHuman },
        { IdempotencyClass.None, "unknown", DeliveryState.NeedsHuman },
        { IdempotencyClass.None, "throws", DeliveryState.NeedsHuman },
        { IdempotencyClass.None, "mute", DeliveryState.NeedsHuman },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task An_unknown_outcome_is_settled_by_the_table(IdempotencyClass idempotency, string answer, DeliveryState end)
    {
        var channel = Channel(idempotency, answer);
        channel.ThenThrow(new HttpRequestException("the connection was lost"));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();
        Assert.Equal(DeliveryState.Ambiguous, await world.StateAsync("post"));

        await world.RunAfterAsync(Settle);
        Assert.Equal(end, await world.StateAsync("post"));
        Assert.Equal(["post"], channel.Shown);
        var resent = end == DeliveryState.Published && answer != "found";
        Assert.Equal(resent ? 2 : 1, channel.Sent);
    }

    [Fact]
    public async Task Where_twice_is_better_than_not_at_all_a_post_in_doubt_is_sent_again_and_counted_apart()
    {
        var channel = new ScriptedChannel("a", IdempotencyClass.AtLeastOnce);
        channel.ThenThrow(new HttpRequestException("the connection was lost"), shows: false);
        var world = new PublishingWorld(channel);
        await world.PlanAsync("alert");

        Assert.Equal(0, (await world.RunAsync()).MayStandTwice);
        Assert.Equal(1, (await world.RunAfterAsync(Settle)).MayStandTwice);

        Assert.Equal((DeliveryState.Published, 2), (await world.StateAsync("alert"), channel.Sent));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 59)]
    public async Task A_key_that_no_longer_lives_or_may_die_while_the_repeat_is_on_its_way_is_not_used_again(int livesMinutes, int afterMinutes)
    {
        var channel = Channel(IdempotencyClass.ByKey, "unknown", keyLifetime: TimeSpan.FromMinutes(livesMinutes));
        channel.ThenThrow(new HttpRequestException("lost"));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromMinutes(afterMinutes));

        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
        Assert.Equal(1, channel.Sent);
    }

    [Fact]
    public async Task A_key_lives_from_its_first_use_and_not_from_its_last()
    {
        var channel = Channel(IdempotencyClass.ByKey, "unknown", keyLifetime: TimeSpan.FromSeconds(80) + LongestSend);
        channel.ThenThrow(new HttpRequestException("lost"));
        channel.Then(new SendOutcome.NotSent("busy"));
        channel.ThenThrow(new HttpRequestException("lost again"));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();
        await world.RunAfterAsync(Settle);
        await world.RunAfterAsync(Settle);
        await world.RunAfterAsync(Settle);

        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
        Assert.Equal(3, channel.Sent);
    }

    [Fact]
    public async Task A_repeat_that_was_not_sent_leaves_the_first_attempt_unknown()
    {
        var channel = Channel(IdempotencyClass.ByKey, "unknown");
        channel.ThenThrow(new HttpRequestException("lost"));
        channel.Then(new SendOutcome.NotSent("busy", TimeSpan.FromHours(3)));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();
        await world.RunAfterAsync(Settle);

        var delivery = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.Ambiguous, world.Clock.GetUtcNow().AddHours(3)), (delivery.State, delivery.Due));

        await world.RunAfterAsync(TimeSpan.FromHours(4));
        Assert.Equal(DeliveryState.Published, await world.StateAsync("post"));
        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task A_repeat_that_is_refused_asks_a_person_since_the_first_may_stand()
    {
        var channel = Channel(IdempotencyClass.ByKey, "unknown");
        channel.ThenThrow(new HttpRequestException("lost"));
        channel.Then(new SendOutcome.Rejected("duplicate"));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();
        await world.RunAfterAsync(Settle);

        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_repeat_carries_the_same_key_bytes_and_checkpoint()
    {
        var channel = Channel(IdempotencyClass.CreateOnly, "absent");
        var sent = new List<(DeliveryKey, string, string?)>();
        for (var i = 0; i < 3; i++)
        {
            channel.Sends.Enqueue((post, key, context, _) =>
            {
                sent.Add((key, post.Hash(), context.Checkpoint));
                throw new HttpRequestException("lost");
            });
        }

        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");
        await world.RunAsync();
        await world.RunAfterAsync(Settle);
        await world.RunAfterAsync(Settle);

        Assert.Equal(3, sent.Count);
        Assert.Single(sent.Distinct());
    }

    [Fact]
    public async Task An_idempotent_channel_that_never_answers_asks_a_person_in_the_end()
    {
        var channel = Channel(IdempotencyClass.ByKey, "unknown");
        var world = new PublishingWorld(channel) { Options = new PublishingOptions { MaxAttempts = 3 } };
        for (var i = 0; i < 10; i++)
        {
            channel.ThenThrow(new HttpRequestException("lost"));
        }

        await world.PlanAsync("post");
        for (var i = 0; i < 6; i++)
        {
            await world.RunAfterAsync(Settle);
        }

        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
        Assert.Equal((3, 1), (channel.Sent, channel.Shown.Count));
    }

    [Fact]
    public async Task A_cancellation_that_leaves_a_send_is_an_unknown_outcome()
    {
        var channel = Channel(IdempotencyClass.None, "mute");
        channel.ThenThrow(new OperationCanceledException());
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();

        Assert.Equal(DeliveryState.Ambiguous, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_breaker_within_the_channel_is_an_unknown_outcome()
    {
        var channel = Channel(IdempotencyClass.None, "mute");
        channel.ThenThrow(new BrokenCircuitException("its second request"));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");

        await world.RunAsync();

        Assert.Equal(DeliveryState.Ambiguous, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_channel_that_cannot_describe_itself_is_asked_again_and_stops_no_other()
    {
        var channel = Channel(IdempotencyClass.ByKey, "absent");
        channel.ThenThrow(new HttpRequestException("lost"));
        var world = new PublishingWorld(channel, new ScriptedChannel("b"));
        await world.PlanAsync("post");
        await world.RunAsync();

        channel.Describing = _ => throw new HttpRequestException("down");
        await world.PlanAsync("other", "b", world.Clock.GetUtcNow() + Settle);
        await world.RunAfterAsync(Settle);
        Assert.Equal(DeliveryState.Ambiguous, await world.StateAsync("post"));
        Assert.Equal(DeliveryState.Published, await world.StateAsync("other"));

        channel.Describing = traits => traits;
        await world.RunAfterAsync(Settle);
        Assert.Equal(DeliveryState.Published, await world.StateAsync("post"));
    }

    private static ScriptedChannel Channel(IdempotencyClass idempotency, string answer, TimeSpan? keyLifetime = null) => answer switch
    {
        "found" => new AskableChannel("a", idempotency, new ReadBack.Found(new Receipt("there")), keyLifetime),
        "absent" => new AskableChannel("a", idempotency, new ReadBack.Absent(), keyLifetime),
        "unknown" => new AskableChannel("a", idempotency, new ReadBack.Unknown("who knows"), keyLifetime),
        "throws" => new AskableChannel("a", idempotency, new ReadBack.Absent(), keyLifetime) { Fault = new HttpRequestException("down") },
        _ => new ScriptedChannel("a", idempotency, keyLifetime),
    };
}
