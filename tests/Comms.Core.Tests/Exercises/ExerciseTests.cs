using Comms.Core.Documents;
using Comms.Core.Exercises;
using Comms.Core.Governance;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Exercises;

public sealed class ExerciseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_players_did_in_time_is_met_and_scored()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);

        Assert.True(result.Passed);
        Assert.All(result.Expectations, expected => Assert.Equal(ExpectationOutcome.Met, expected.Outcome));
        Assert.Equal(TimeSpan.FromMinutes(26) - new TimeSpan(0, 0, 10, 1, 250), result.Expectations[0].Took);
        Assert.Equal(["praised"], result.Transcript.Where(entry => entry.Kind == "inject" && entry.Id != "smoke").Select(entry => entry.Id));
        Assert.Contains(result.Transcript, entry => entry is { Kind: "skipped", Id: "scolded", Detail: "only if statement is missed" });
    }

    [Fact]
    public async Task What_nobody_did_is_missed_and_a_must_fails_the_exercise()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), options: new PlayOptions { SkipWaiting = true, Scripted = false }, cancel: Cancel);

        Assert.False(result.Passed);
        Assert.Equal(["statement", "held", "taken"], result.Expectations.Where(expected => expected.Outcome == ExpectationOutcome.Missed).Select(expected => expected.Id));
        Assert.Contains(result.Transcript, entry => entry is { Kind: "inject", Id: "scolded" });
        var report = DocumentRenderer.Render(result.Report(), DocumentFormat.PlainText);
        Assert.Contains("1 must was missed: A statement within the hour.", report, StringComparison.Ordinal);
        Assert.Contains("1. Keep one ready.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cheerfulness_is_stopped_by_a_hold_a_second_before_and_a_crisis_post_is_not()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);

        Assert.DoesNotContain(result.Transcript, entry => entry.Kind == "post" && entry.Title.Contains("sing", StringComparison.Ordinal));
        Assert.Equal(["board", "town"], result.Transcript.Where(entry => entry.Kind == "post").Select(entry => entry.Who).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, ExpectationOutcome.Met)]
    [InlineData(0, ExpectationOutcome.Missed)]
    public async Task The_reserve_of_an_account_s_quota_carries_the_holding_statement(int reserve, ExpectationOutcome outcome)
    {
        var scenario = Scenarios.Read(Repository.Read("seeds", "exercises", "outage.json").Replace(
            "\"reserve\": 1", FormattableString.Invariant($"\"reserve\": {reserve}"), StringComparison.Ordinal));

        var result = await Scenarios.PlayAsync(scenario, cancel: Cancel);

        Assert.Equal(outcome, result.Expectations.Single(expected => expected.Id == "holding-statement").Outcome);
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_in_an_exercise_either()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);

        Assert.Contains(result.Transcript, entry => entry is { Kind: "refused", Who: "writer" } && entry.Detail!.Contains("four eyes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_post_says_what_it_is_before_anyone_approves_it()
    {
        var scenario = Scenarios.Read(Scenarios.Morning.Replace(
            "The smoke is from a kitchen.", string.Concat(Enumerable.Repeat("The smoke is from a kitchen and nobody was hurt. ", 20)), StringComparison.Ordinal));
        var exercise = await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts), cancel: Cancel);
        await exercise.PlayAsync(new PlayOptions { SkipWaiting = true }, Cancel);

        await foreach (var draft in exercise.Engine.Authoring.ListAsync(Cancel))
        {
            Assert.All(draft.Renditions, part => Assert.StartsWith("EXERCISE: ", part.Text, StringComparison.Ordinal));
            Assert.True(draft.Key == "song" || draft.Renditions.Count > 2, "A long text is a thread, and each part bears the mark.");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(10_000)]
    public async Task The_transcript_is_the_same_at_every_rate(int rate)
    {
        var skipped = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);
        var wall = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var playing = Scenarios.PlayAsync(Scenarios.Read(), rate, wall, new PlayOptions(), Cancel);
        while (!playing.IsCompleted)
        {
            wall.Advance(TimeSpan.FromMinutes(11.3) / rate);
            await Task.Yield();
        }

        var result = await playing;
        Assert.Equal(Scenarios.Transcript(skipped), Scenarios.Transcript(result));
        Assert.True(result.Wall[^1] - result.Wall[0] >= TimeSpan.FromHours(3) / rate, "It takes as long as it takes.");
    }

    [Fact]
    public async Task At_a_move_the_situation_jumps_on()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);

        var move = Assert.Single(result.Transcript, entry => entry.Kind == "move");
        Assert.Equal(new DateTime(2026, 12, 7, 19, 0, 0), move.At.DateTime);
        Assert.Equal(TimeSpan.FromHours(2), move.Offset);
        Assert.Equal(new DateTime(2026, 12, 7, 20, 0, 0), result.Transcript[^1].At.DateTime);
    }

    [Fact]
    public async Task A_player_at_a_desk_of_their_own_is_seen_and_scored()
    {
        var scenario = Scenarios.Read(Scenarios.Morning.Replace("\"as\": \"duty\", \"do\": \"own\"", "\"as\": \"duty\", \"do\": \"judge\", \"expectation\": \"calm\"", StringComparison.Ordinal));
        var exercise = await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts), cancel: Cancel);
        var duty = scenario.Players.Single(player => player.Id == "duty");
        var result = await exercise.PlayAsync(
            new PlayOptions
            {
                SkipWaiting = true,
                Tell = entry =>
                {
                    if (entry is { Kind: "refused" })
                    {
                        var opened = exercise.Engine.Cases.ListAsync(Actor.Engine, Cancel).ToBlockingEnumerable(Cancel).First();
                        exercise.Engine.Cases.TakeAsync(opened.Id, "duty", duty, Cancel).AsTask().Wait(Cancel);
                    }
                },
            },
            Cancel);

        Assert.Equal(ExpectationOutcome.Met, result.Expectations.Single(expected => expected.Id == "taken").Outcome);
    }

    [Fact]
    public async Task Where_a_message_goes_is_seen_at_once_and_not_at_the_next_look()
    {
        var scenario = Scenarios.Read(Scenarios.Morning.Replace(
            "\"silence\": [\"sing with us\"]", "\"route\": { \"inject\": \"smoke\", \"team\": \"comms\" }", StringComparison.Ordinal));

        var result = await Scenarios.PlayAsync(scenario, cancel: Cancel);

        Assert.Equal(TimeSpan.Zero, result.Expectations.Single(expected => expected.Id == "calm").Took);
    }

    [Fact]
    public async Task It_is_played_once()
    {
        var scenario = Scenarios.Read();
        var exercise = await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts), cancel: Cancel);
        await exercise.PlayAsync(new PlayOptions { SkipWaiting = true }, Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => exercise.PlayAsync(new PlayOptions { SkipWaiting = true }, Cancel));
    }
}
