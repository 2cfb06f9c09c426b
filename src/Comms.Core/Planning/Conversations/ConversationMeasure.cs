using Comms.Core.Text;

namespace Comms.Core.Planning.Conversations;

/// <summary>
/// How far a team is in conversation with its public, measured from what it did, with the figures behind it. Only
/// <see cref="Of"/> makes one. Immutable.
/// </summary>
public sealed class ConversationMeasure
{
    /// <summary>Of fewer turns a share says more about chance than about a habit.</summary>
    public const int FewestTurns = 5;

    private ConversationMeasure(ConversationActs acts, TeamTime team, StageScale scale)
    {
        Acts = acts;
        var answered = acts.Turns.Where(turn => turn.Answered is not null).ToArray();
        Answered = answered.Length;
        AnsweredShare = acts.Turns.Count < FewestTurns ? null : (double)answered.Length / acts.Turns.Count;
        MedianHours = Median.Of(answered.Select(turn => (turn.Answered!.Value - turn.Asked).TotalHours));
        var reached = scale.Stages.TakeWhile(stage => !Lacking(stage, team).Any()).ToList();
        Stage = AnsweredShare is null ? null : reached[^1].Stage;
        var next = AnsweredShare is null ? null : scale.Stages.ElementAtOrDefault(reached.Count);
        Next = next?.Stage;
        Habits = next is null ? [] : [.. Lacking(next, team).OrderBy(IsOfAnswersToCome).ThenBy(habit => habit.MinutesPerWeek).ThenBy(habit => habit.Kind)];
    }

    /// <summary>What was counted.</summary>
    public ConversationActs Acts { get; }

    /// <summary>How many of the turns were answered or acknowledged.</summary>
    public int Answered { get; }

    /// <summary>The share of the turns that was answered, from 0 to 1; null with fewer than <see cref="FewestTurns"/>.</summary>
    public double? AnsweredShare { get; }

    /// <summary>By when half of the answers were given, in hours; null when there was none.</summary>
    public double? MedianHours { get; }

    /// <summary>Posts that turned to others by name, a week.</summary>
    public double BegunPerWeek => Acts.Begun / Acts.Weeks;

    /// <summary>Things made together with the public, a week.</summary>
    public double MadeTogetherPerWeek => Acts.MadeTogether / Acts.Weeks;

    /// <summary>The highest stage whose every threshold is met, and those of the stages below; null when too little was asked to say.</summary>
    public ConversationStage? Stage { get; }

    /// <summary>The stage above; null at the top, or when too little was asked to say.</summary>
    public ConversationStage? Next { get; }

    /// <summary>What the next stage asks for beyond what is done, the cheapest first (answers before sooner answers): with all of them the team is there.</summary>
    public IReadOnlyList<ConversationHabit> Habits { get; }

    /// <summary>Measures what was done.</summary>
    /// <param name="acts">What was done.</param>
    /// <param name="team">What the team's work takes.</param>
    /// <param name="scale">What the stages ask; null for the scale that ships.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its range.</exception>
    public static ConversationMeasure Of(ConversationActs acts, TeamTime team, StageScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(team);
        acts.Check();
        team.Check();
        return new ConversationMeasure(acts, team, scale ?? StageScale.Shipped);
    }

    /// <summary>Answers are first given, and then sooner.</summary>
    private static bool IsOfAnswersToCome(ConversationHabit habit) => habit is { Kind: HabitKind.AnswerSooner, Now: null };

    /// <summary>What is missing for a stage. Nothing is missing for the first.</summary>
    private IEnumerable<ConversationHabit> Lacking(StageThreshold stage, TeamTime team)
    {
        const int WorkingDays = 5;
        var asked = Acts.Turns.Count / Acts.Weeks;
        if (stage.AnsweredShare > (AnsweredShare ?? 0))
        {
            yield return new(HabitKind.AnswerMore, AnsweredShare, stage.AnsweredShare, (stage.AnsweredShare - (AnsweredShare ?? 0)) * asked * team.MinutesPerAnswer);
        }

        if (stage.WithinHours is { } hours && !(MedianHours <= hours))
        {
            yield return new(HabitKind.AnswerSooner, MedianHours, hours, Math.Max(0, stage.ChecksPerDay - team.ChecksPerDay) * WorkingDays * team.MinutesPerCheck);
        }

        if (stage.BegunPerWeek > BegunPerWeek)
        {
            yield return new(HabitKind.TurnToOthers, BegunPerWeek, stage.BegunPerWeek, (stage.BegunPerWeek - BegunPerWeek) * team.MinutesPerAnswer);
        }

        if (stage.MadeTogetherPerWeek > MadeTogetherPerWeek)
        {
            yield return new(HabitKind.MakeTogether, MadeTogetherPerWeek, stage.MadeTogetherPerWeek, (stage.MadeTogetherPerWeek - MadeTogetherPerWeek) * team.MinutesPerPost);
        }
    }
}
