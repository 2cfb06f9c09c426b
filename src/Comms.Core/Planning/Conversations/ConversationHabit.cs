namespace Comms.Core.Planning.Conversations;

/// <summary>A habit that the next stage asks for and the team does not have yet.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Now">How it is: a share, hours, or how often a week; null where there is nothing to measure.</param>
/// <param name="Wanted">How the next stage wants it, in the same measure.</param>
/// <param name="MinutesPerWeek">What it costs a week beyond what is done now.</param>
public sealed record ConversationHabit(HabitKind Kind, double? Now, double Wanted, double MinutesPerWeek);

/// <summary>What the stages of conversation ask of a team.</summary>
public enum HabitKind
{
    /// <summary>To answer more of those who ask.</summary>
    AnswerMore,

    /// <summary>To answer sooner, by looking more often.</summary>
    AnswerSooner,

    /// <summary>To turn to others by name: join their conversations, or begin some.</summary>
    TurnToOthers,

    /// <summary>To make things together with the public.</summary>
    MakeTogether,
}
