using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Exercises;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Exercises;

public sealed class ExerciseSeatTests
{
    private static readonly Actor Controller = new("control", ["controller"]);
    private readonly WaitedClock wall = new();
    private readonly Scenario scenario = Scenarios.Read();
    private readonly InMemoryLedger ledger = new(TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nothing_is_played_nobody_joins() =>
        Assert.Null(await ExerciseSeat.JoinAsync(new ExerciseOptions { Ledger = ledger }, wall, Cancel));

    [Fact]
    public async Task An_exercise_that_is_not_shared_is_not_joined()
    {
        await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts, 60, wall), new ExerciseOptions { Ledger = ledger }, Cancel);

        Assert.Null(await ExerciseSeat.JoinAsync(new ExerciseOptions { Ledger = ledger }, wall, Cancel));
    }

    [Fact]
    public async Task What_players_at_other_desks_do_is_sent_seen_and_scored()
    {
        var (playing, seat) = await BeginAsync();
        await UntilAsync(seat, at => at >= scenario.Starts.AddMinutes(12));
        var (writer, approver) = (Player(seat, "writer"), Player(seat, "approver"));
        var added = Assert.IsType<DraftResult.Added>(await seat.Engine.Authoring.AddAsync(
            new NewDraft { Text = "There is smoke. All are safe.", Accounts = ["exercise:town", "exercise:board"] }, writer, Cancel));
        var approved = Assert.IsType<ApprovalResult.Approved>(await seat.Engine.Approval.ApproveAsync(added.Draft, approver, Cancel));
        var wish = new ScheduleRequest { Instant = seat.Engine.Clock.GetUtcNow(), Crisis = true };
        await seat.Engine.Publishing.AcceptAsync(Assert.IsType<ScheduleResult.Scheduled>(seat.Engine.Scheduling.Schedule(approved.Post, wish, approver)).Post, Cancel);
        await seat.Engine.Publishing.Holds.HoldAsync(HoldScope.All, "Not now.", approver, Cancel);

        var result = await EndAsync(playing);

        var posts = result.Transcript.Where(entry => entry.Kind == "post").ToList();
        Assert.Equal(["board", "town"], posts.Select(post => post.Who));
        Assert.All(posts, post => Assert.StartsWith("EXERCISE: ", post.Title, StringComparison.Ordinal));
        Assert.All(posts, post => Assert.True(post.Offset < TimeSpan.FromMinutes(14), "It goes out within a second or so on the wall, not at the next look for messages."));
        Assert.Equal(
            [ExpectationOutcome.Met, ExpectationOutcome.Met],
            result.Expectations.Where(expected => expected.Id is "statement" or "held").Select(expected => expected.Outcome));
    }

    [Fact]
    public async Task A_controller_pauses_and_lets_it_go_on()
    {
        var (playing, seat) = await BeginAsync();
        await UntilAsync(seat, at => at >= scenario.Starts.AddMinutes(3));

        Assert.Null(await seat.PauseAsync(Controller, Cancel));
        await UntilAsync(seat, standing => standing.Paused);
        var stood = (await seat.LookAsync(Cancel)).At;
        wall.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(stood, (await seat.LookAsync(Cancel)).At);
        Assert.Null(await seat.ResumeAsync(Controller, Cancel));
        await UntilAsync(seat, at => at > stood);

        var result = await EndAsync(playing);
        Assert.Equal(["pause-exercise", "resume-exercise"], result.Transcript.Where(entry => entry.Who == "control").Select(entry => entry.Title));
        Assert.True((await seat.LookAsync(Cancel)).Ended);
    }

    [Fact]
    public async Task A_controller_moves_the_situation_on_and_nothing_between_is_left_out()
    {
        var (playing, seat) = await BeginAsync();
        var began = wall.GetUtcNow();

        Assert.Null(await seat.JumpAsync(Controller, scenario.Starts.AddHours(13), Cancel));
        var result = await EndAsync(playing);

        Assert.True(wall.GetUtcNow() - began < TimeSpan.FromMinutes(1), "Three hours at sixty times speed would be three minutes.");
        Assert.Equal(["smoke", "scolded"], result.Transcript.Where(entry => entry.Kind == "inject").Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_controller_delivers_an_inject_before_its_time_and_it_comes_once()
    {
        var (playing, seat) = await BeginAsync();

        Assert.Null(await seat.InjectAsync(Controller, new HandInject { Id = "smoke" }, Cancel));
        Assert.Null(await seat.InjectAsync(Controller, new HandInject { Title = "A siren", To = ["duty"], Source = "page", Message = "What is that siren?" }, Cancel));
        var result = await EndAsync(playing);

        var smoke = Assert.Single(result.Transcript, entry => entry is { Kind: "inject", Id: "smoke" });
        Assert.True(smoke.Offset < TimeSpan.FromMinutes(5));
        var siren = Assert.Single(result.Transcript, entry => entry is { Kind: "inject", Id: "by-hand-2" });
        Assert.Equal(("A siren", "By hand to duty: A siren"), (siren.Title, siren.Detail));
        var heard = 0;
        await foreach (var message in seat.Engine.Listening.ListAsync(Cancel))
        {
            heard += message.Text == "What is that siren?" ? 1 : 0;
        }

        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_with_the_reason()
    {
        var (playing, seat) = await BeginAsync();

        Assert.Equal("writer may not control the exercise", await seat.PauseAsync(Player(seat, "writer"), Cancel));
        Assert.Equal("the scenario has no inject fire", await seat.InjectAsync(Controller, new HandInject { Id = "fire" }, Cancel));
        Assert.Equal("an inject of its own has a title", await seat.InjectAsync(Controller, new HandInject(), Cancel));
        Assert.Equal("the scenario has no source wall; it has page", await seat.InjectAsync(Controller, new HandInject { Title = "x", Source = "wall", Message = "x" }, Cancel));
        await EndAsync(playing);
        Assert.Equal("the exercise has ended", await seat.PauseAsync(Controller, Cancel));
    }

    private static Actor Player(ExerciseSeat seat, string id) => seat.Scenario.Players.Single(player => player.Id == id);

    private async Task<(Task<ExerciseResult> Playing, ExerciseSeat Seat)> BeginAsync()
    {
        var exercise = await Exercise.OpenAsync(
            scenario, new ExerciseClock(scenario.Starts, 60, wall), new ExerciseOptions { Ledger = ledger, Shared = true }, Cancel);
        var playing = exercise.PlayAsync(new PlayOptions { Scripted = false }, Cancel);
        return (playing, Assert.IsType<ExerciseSeat>(await ExerciseSeat.JoinAsync(new ExerciseOptions { Ledger = ledger }, wall, Cancel)));
    }

    private Task UntilAsync(ExerciseSeat seat, Func<DateTimeOffset, bool> isAt) => UntilAsync(seat, standing => isAt(standing.At));

    private async Task UntilAsync(ExerciseSeat seat, Func<ExerciseStanding, bool> isSo)
    {
        while (!isSo(await seat.LookAsync(Cancel)))
        {
            await wall.StepAsync();
        }
    }

    private async Task<ExerciseResult> EndAsync(Task<ExerciseResult> playing)
    {
        while (!playing.IsCompleted)
        {
            await wall.StepAsync();
        }

        return await playing;
    }
}
