namespace Comms.Core.Planning;

/// <summary>The people of a team and what their work takes. Times are in minutes.</summary>
public sealed record TeamTime
{
    /// <summary>How many people, in whole-time equivalents, as 1.5. More than 0.</summary>
    public required double People { get; init; }

    /// <summary>Hours a week that one whole-time person has for posts, checks and answers. More than 0. Default: 10.</summary>
    public double HoursPerWeek { get; init; } = 10;

    /// <summary>Checks for mentions a day. Not negative. Default: 8, one an hour of a working day.</summary>
    public double ChecksPerDay { get; init; } = 8;

    /// <summary>What a check takes. Not negative. Default: 2.</summary>
    public double MinutesPerCheck { get; init; } = 2;

    /// <summary>What one post takes from the idea to its time, all accounts together. Not negative. Default: 20.</summary>
    public double MinutesPerPost { get; init; } = 20;

    /// <summary>What an answer takes. Not negative. Default: 6.</summary>
    public double MinutesPerAnswer { get; init; } = 6;

    /// <summary>How many messages a week ask for an answer. Not negative. Default: 0, not known.</summary>
    public double MessagesPerWeek { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(People);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(HoursPerWeek);
        ArgumentOutOfRangeException.ThrowIfNegative(ChecksPerDay);
        ArgumentOutOfRangeException.ThrowIfNegative(MinutesPerCheck);
        ArgumentOutOfRangeException.ThrowIfNegative(MinutesPerPost);
        ArgumentOutOfRangeException.ThrowIfNegative(MinutesPerAnswer);
        ArgumentOutOfRangeException.ThrowIfNegative(MessagesPerWeek);
    }
}
