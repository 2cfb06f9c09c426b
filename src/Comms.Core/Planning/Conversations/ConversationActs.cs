namespace Comms.Core.Planning.Conversations;

/// <summary>What a team did over a window, as far as it bears on conversation.</summary>
public sealed record ConversationActs
{
    /// <summary>The window's first instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after the window.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>What was asked within the window.</summary>
    public required IReadOnlyList<ConversationTurn> Turns { get; init; }

    /// <summary>How many posts within the window turned to others by name. Not negative.</summary>
    public int Begun { get; init; }

    /// <summary>How many things the team made together with its public within the window, as a person counts them. Not negative. Default: 0.</summary>
    public int MadeTogether { get; init; }

    internal double Weeks => (To - From).TotalDays / 7;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(To, From);
        ArgumentOutOfRangeException.ThrowIfNegative(Begun);
        ArgumentOutOfRangeException.ThrowIfNegative(MadeTogether);
    }
}
