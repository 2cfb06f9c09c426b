namespace Comms.Core.RoundUps;

/// <summary>A period in figures, kept with its edition so that the next one can compare.</summary>
public sealed record WeekCounts
{
    /// <summary>Messages that the team owns.</summary>
    public required int Messages { get; init; }

    /// <summary>Of these, how many were negative.</summary>
    public required int Negative { get; init; }

    /// <summary>Of these, how many were neutral.</summary>
    public required int Neutral { get; init; }

    /// <summary>Of these, how many were positive.</summary>
    public required int Positive { get; init; }

    /// <summary>Messages of each theme, most first; a message with two themes counts in both.</summary>
    public required IReadOnlyList<ThemeCount> Themes { get; init; }

    internal static WeekCounts None { get; } = new() { Messages = 0, Negative = 0, Neutral = 0, Positive = 0, Themes = [] };
}
