using Comms.Core.Documents;
using Comms.Core.Planning;
using Comms.Core.Planning.Conversations;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Planning.Conversations;

public class ConversationMeasures
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly TeamTime Team = new() { People = 1.5, ChecksPerDay = 4 };

    [Theory]
    [InlineData(10, 0, 1, 0, 0, ConversationStage.Broadcast)]
    [InlineData(10, 5, 30, 0, 0, ConversationStage.Broadcast)]
    [InlineData(10, 5, 20, 0, 0, ConversationStage.Reactive)]
    [InlineData(10, 9, 3, 0, 0, ConversationStage.Reactive)]
    [InlineData(10, 9, 3, 20, 0, ConversationStage.Conversational)]
    [InlineData(10, 9, 1, 40, 8, ConversationStage.Collaborative)]
    public void The_stage_is_the_highest_whose_every_threshold_is_met(int asked, int answered, int hours, int begun, int together, ConversationStage stage) =>
        Assert.Equal(stage, Measure(asked, answered, hours, begun, together).Stage);

    [Fact]
    public void The_next_habits_are_told_with_their_minutes_the_cheapest_first()
    {
        var measure = Measure(asked: 40, answered: 24, hours: 10, begun: 0);
        Assert.Equal(ConversationStage.Conversational, measure.Next);
        Assert.Equal([HabitKind.AnswerMore, HabitKind.TurnToOthers, HabitKind.AnswerSooner], measure.Habits.Select(habit => habit.Kind));
        Assert.Equal([0.2 * 10 * 6, 5 * 6, (8 - 4) * 5 * 2], measure.Habits.Select(habit => Math.Round(habit.MinutesPerWeek, 6)));
    }

    [Fact]
    public void Who_answers_nobody_begins_with_answering() => Assert.Equal(
        [HabitKind.AnswerMore, HabitKind.AnswerSooner], Measure(asked: 40, answered: 0, hours: 0).Habits.Select(habit => habit.Kind));

    [Fact]
    public void With_all_the_habits_the_team_is_at_the_next_stage_or_above() =>
        Gen.Select(Gen.Int[5, 60], Gen.Double[0, 1], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 12]).Sample((asked, share, hours, begun, together) =>
        {
            var measure = Measure(asked, (int)(asked * share), hours, begun, together);
            if (measure.Next is not { } next)
            {
                Assert.Empty(measure.Habits);
                return;
            }

            double Wanted(HabitKind kind, double now) => measure.Habits.FirstOrDefault(habit => habit.Kind == kind)?.Wanted ?? now;
            var better = Measure(
                asked,
                (int)Math.Ceiling((Wanted(HabitKind.AnswerMore, (double)measure.Answered / asked) * asked) - 1e-9),
                (int)Wanted(HabitKind.AnswerSooner, hours),
                (int)Math.Ceiling(4 * Wanted(HabitKind.TurnToOthers, begun / 4.0)),
                (int)Math.Ceiling(4 * Wanted(HabitKind.MakeTogether, together / 4.0)));
            Assert.True(better.Stage >= next);
        });

    [Fact]
    public void More_of_a_good_habit_never_lowers_the_stage() =>
        Gen.Select(Gen.Int[5, 60], Gen.Double[0, 1], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 12]).Sample((asked, share, hours, begun, together) =>
        {
            var answered = (int)(asked * share);
            var stage = Measure(asked, answered, hours, begun, together).Stage;
            Assert.True(Measure(asked, Math.Min(asked, answered + 1), hours, begun, together).Stage >= stage);
            Assert.True(Measure(asked, answered, Math.Max(0, hours - 1), begun, together).Stage >= stage);
            Assert.True(Measure(asked, answered, hours, begun + 1, together + 1).Stage >= stage);
        });

    [Fact]
    public void Of_fewer_than_five_who_asked_no_stage_is_named()
    {
        var measure = Measure(asked: 4, answered: 4, hours: 1);
        Assert.Null(measure.Stage);
        Assert.Empty(measure.Habits);
        Assert.Contains("4 messages asked for an answer. It takes 5", Text(measure), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_the_stage_its_figures_and_the_habit_to_begin_with()
    {
        var text = Text(Measure(asked: 40, answered: 24, hours: 10));
        Assert.Contains("The stage is Reactive", text, StringComparison.Ordinal);
        Assert.Contains("24 (60%)", text, StringComparison.Ordinal);
        Assert.Contains("Begin with this habit: answer 80% of those who ask, not 60% (12 more minutes a week).", text, StringComparison.Ordinal);
        Assert.Contains("The team's minutes bear the stage Conversational.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_of_no_length_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        ConversationMeasure.Of(new ConversationActs { From = Now, To = Now, Turns = [] }, Team));

    private static string Text(ConversationMeasure measure) => DocumentRenderer.Render(
        ConversationPage.ToDocument(measure, "Europe/London", ConversationStage.Conversational), DocumentFormat.PlainText);

    private static ConversationMeasure Measure(int asked, int answered, int hours, int begun = 0, int together = 0) => ConversationMeasure.Of(
        new ConversationActs
        {
            From = Now.AddDays(-28),
            To = Now,
            Turns = [.. Enumerable.Range(0, asked).Select(turn => new ConversationTurn(Now.AddDays(-7), turn < answered ? Now.AddDays(-7).AddHours(hours) : null))],
            Begun = begun,
            MadeTogether = together,
        },
        Team);
}
