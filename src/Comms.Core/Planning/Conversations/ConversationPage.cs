using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Planning.Conversations;

/// <summary>Shows how far a team is in conversation, why, and the one habit that would move it up.</summary>
public static class ConversationPage
{
    /// <summary>The measure as a document.</summary>
    /// <param name="measure">What was measured.</param>
    /// <param name="zone">The zone of its days, as <c>Europe/London</c>.</param>
    /// <param name="sustains">The stage that the team's minutes bear; null when that is not known.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static Document ToDocument(ConversationMeasure measure, string zone, ConversationStage? sustains = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var (first, last) = (Day(measure.Acts.From, zone), Day(measure.Acts.To.AddTicks(-1), zone));
        return new Document
        {
            Title = "In conversation, " + Wording.Period(first, last),
            Series = "Planning",
            Blocks =
            [
                new Paragraph(Standing(measure)),
                Figures(measure),
                .. measure.Next is { } next ? Habits(measure, next) : [],
                .. sustains is { } stage ? new Block[] { new Paragraph($"The team's minutes bear the stage {stage}.") } : [],
                new Paragraph(
                    "The stages and their thresholds are ours: no published standard was found. What is made together with the public is not in the ledger; a person counts it."),
            ],
        };
    }

    private static string Standing(ConversationMeasure measure) => measure.Stage is { } stage
        ? $"The stage is {stage}, from what the team did and not from what it meant to."
        : $"{Wording.Count(measure.Acts.Turns.Count, "message")} asked for an answer. It takes {ConversationMeasure.FewestTurns} to name a stage.";

    private static Table Figures(ConversationMeasure measure) => new(
        "What was measured",
        [new("What"), new("Figure", Numeric: true)],
        [
            ["asked for an answer", Wording.Number(measure.Acts.Turns.Count)],
            ["answered or acknowledged", Wording.Number(measure.Answered) + (measure.AnsweredShare is { } share ? $" ({Percent(share)})" : "")],
            ["half of the answers within", measure.MedianHours is { } hours ? Figure(hours) + " hours" : "no answer"],
            ["posts a week that turn to others by name", Figure(measure.BegunPerWeek)],
            ["things a week made together with the public", Figure(measure.MadeTogetherPerWeek)],
        ]);

    private static IEnumerable<Block> Habits(ConversationMeasure measure, ConversationStage next)
    {
        yield return new Heading($"To become {next}", 2);
        yield return new Callout($"Begin with this habit: {Words(measure.Habits[0])}.");
        if (measure.Habits.Count > 1)
        {
            yield return new ListBlock([.. measure.Habits.Skip(1).Select(habit => InlineText.FromString($"Then {Words(habit)}."))]);
        }
    }

    private static string Words(ConversationHabit habit) => habit.Kind switch
    {
        HabitKind.AnswerMore => $"answer {Percent(habit.Wanted)} of those who ask, not {Percent(habit.Now ?? 0)}",
        HabitKind.AnswerSooner => $"give half of the answers within {Figure(habit.Wanted)} hours{(habit.Now is { } now ? $", not {Figure(now)}" : "")}",
        HabitKind.TurnToOthers => $"turn to others by name {Figure(habit.Wanted)} times a week, not {Figure(habit.Now ?? 0)}",
        _ => $"make {Figure(habit.Wanted)} things a week together with the public, not {Figure(habit.Now ?? 0)}",
    } + $" ({Wording.Count((int)Math.Round(habit.MinutesPerWeek, MidpointRounding.AwayFromZero), "more minute")} a week)";

    private static DateOnly Day(DateTimeOffset instant, string zone) => Zones.DayOf(instant, zone);

    private static string Figure(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(100 * share).ToString("0", CultureInfo.InvariantCulture) + "%";
}
