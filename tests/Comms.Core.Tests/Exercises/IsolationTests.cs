using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Exercises;
using Comms.Core.Exercises.Playing;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Options;
using Xunit;

namespace Comms.Core.Tests.Exercises;

/// <summary>Ways in which something could leave an exercise, or an ordinary day get into one. Each must fail.</summary>
public sealed class IsolationTests
{
    private static readonly Actor Writer = new("writer", ["author"]);
    private static readonly Actor Approver = new("approver", ["approver", "publisher"]);
    private readonly InMemoryChannel real = new("town");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_of_an_ordinary_day_is_no_account_here()
    {
        var exercise = await OpenAsync();
        var added = Assert.IsType<DraftResult.Added>(await exercise.Engine.Authoring.AddAsync(new NewDraft { Text = "Out!", Accounts = ["town"] }, Writer, Cancel));

        Assert.Contains("town: there is no such account", added.Draft.Faults);
        Assert.IsType<ApprovalResult.Refused>(await exercise.Engine.Approval.ApproveAsync(added.Draft, Approver, Cancel));
    }

    [Fact]
    public void A_real_channel_is_not_taken_into_an_exercise() =>
        Refuses(new CommsBuilder().ForExercise().AddChannel(real), "not simulated");

    [Fact]
    public void A_real_channel_under_an_exercise_s_name_is_not_taken_either() =>
        Refuses(new CommsBuilder().ForExercise().AddChannel(new InMemoryChannel("exercise:town")), "not simulated");

    [Fact]
    public void A_real_source_is_not_taken_into_an_exercise() =>
        Refuses(new CommsBuilder().ForExercise().AddSource(new InMemorySource("town")), "not simulated");

    [Fact]
    public void An_ordinary_engine_takes_no_account_of_an_exercise() =>
        Refuses(new CommsBuilder().AddChannel(new InMemoryChannel("Exercise:town")), "kept for those");

    [Fact]
    public async Task No_credential_can_be_read()
    {
        var exercise = await OpenAsync();
        Assert.NotNull(exercise);

        await Assert.ThrowsAsync<ChannelException>(async () => await new NoCredentials().FindAsync("env:PATH", Cancel));
        await Assert.ThrowsAsync<OptionsValidationException>(() => Task.FromException(Assert.Throws<OptionsValidationException>(() =>
            new CommsBuilder().UseCredentials(new EnvironmentCredentials()).ForExercise().AddChannel(real).Build())));
    }

    [Fact]
    public async Task An_exercise_is_not_begun_on_the_ledger_of_an_ordinary_day()
    {
        var ledger = new InMemoryLedger(TimeProvider.System);
        var ordinary = new CommsBuilder().UseLedger(ledger, new InMemoryMediaStore()).AddChannel(real).Build();
        await ordinary.Authoring.AddAsync(new NewDraft { Text = "An ordinary day.", Accounts = ["town"] }, Writer, Cancel);
        var scenario = Scenarios.Read();

        await Assert.ThrowsAsync<ArgumentException>(async () => await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts), new ExerciseOptions { Ledger = ledger }, Cancel));
    }

    [Fact]
    public async Task An_ordinary_engine_on_an_exercise_s_ledger_sends_nothing_of_it()
    {
        var scenario = Scenarios.Read();
        var clock = new ExerciseClock(scenario.Starts);
        var ledger = new InMemoryLedger(clock);
        var exercise = await Exercise.OpenAsync(scenario, clock, new ExerciseOptions { Ledger = ledger }, Cancel);
        await ScheduleAsync(exercise.Engine, "Words of an exercise.");
        clock.JumpTo(scenario.Starts.AddHours(1));

        var ordinary = new CommsBuilder().UseClock(clock).UseLedger(ledger, new InMemoryMediaStore()).AddChannel(real).Build();
        await ordinary.RunDueAsync(Cancel);

        Assert.Empty(real.Posts);
        await foreach (var delivery in ordinary.Publishing.ListAsync(Cancel))
        {
            Assert.Equal(DeliveryState.NeedsHuman, delivery.State);
        }
    }

    [Fact]
    public async Task A_text_that_lost_its_mark_is_rejected_even_by_a_simulated_channel()
    {
        var channel = Simulation.Channel("town", null);
        var context = new SendContext
        {
            Key = new DeliveryKey("k"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            Deadline = DateTimeOffset.UnixEpoch,
            Media = new InMemoryMediaStore(),
            Credentials = new NoCredentials(),
        };
        var prepared = await channel.PrepareAsync(new Rendition { Account = "exercise:town", Text = "No mark." }, context, Cancel);

        Assert.IsType<SendOutcome.Rejected>(await channel.SendAsync(prepared, context.Key, context, Cancel));
    }

    [Fact]
    public async Task Words_of_one_account_alone_bear_the_mark_too()
    {
        var exercise = await OpenAsync();
        var added = Assert.IsType<DraftResult.Added>(await exercise.Engine.Authoring.AddAsync(
            new NewDraft { Text = "For all.", Accounts = ["exercise:town", "exercise:board"], Variants = new Dictionary<string, string> { ["exercise:board"] = "For the board." } }, Writer, Cancel));

        Assert.Equal(["EXERCISE: For the board.", "EXERCISE: For all."], added.Draft.Renditions.Select(rendition => rendition.Text));
    }

    [Fact]
    public void A_scenario_cannot_name_an_address_or_a_credential()
    {
        foreach (var leak in new[] { "\"address\": \"https://town.example\"", "\"credential\": \"env:TOWN\"" })
        {
            var reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(Scenarios.Morning.Replace("{ \"id\": \"board\" }", $"{{ \"id\": \"board\", {leak} }}", StringComparison.Ordinal)));

            Assert.False(reading.Succeeded);
        }
    }

    private static void Refuses(CommsBuilder builder, string reason) =>
        Assert.Contains(reason, Assert.Throws<OptionsValidationException>(builder.Build).Message, StringComparison.Ordinal);

    private static async Task<Exercise> OpenAsync()
    {
        var scenario = Scenarios.Read();
        return await Exercise.OpenAsync(scenario, new ExerciseClock(scenario.Starts), cancel: Cancel);
    }

    private static async Task ScheduleAsync(CommsEngine engine, string words)
    {
        var added = Assert.IsType<DraftResult.Added>(await engine.Authoring.AddAsync(new NewDraft { Text = words, Accounts = ["exercise:town"] }, Writer, Cancel));
        var approved = Assert.IsType<ApprovalResult.Approved>(await engine.Approval.ApproveAsync(added.Draft, Approver, Cancel));
        var scheduled = Assert.IsType<ScheduleResult.Scheduled>(engine.Scheduling.Schedule(
            approved.Post, new ScheduleRequest { Instant = engine.Clock.GetUtcNow().AddMinutes(30) }, Approver));
        await engine.Publishing.AcceptAsync(scheduled.Post, Cancel);
    }
}
