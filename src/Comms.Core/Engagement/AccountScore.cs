namespace Comms.Core.Engagement;

/// <summary>How well an account takes part, with its parts: never one opaque number. Only the scorer makes one. Immutable.</summary>
/// <remarks>Scores are for conversation. They say nothing about whose need comes first, and triage does not read them.</remarks>
public sealed class AccountScore
{
    internal AccountScore(AccountHistory history, IReadOnlyList<ScorePart> parts)
    {
        Account = history.Account;
        Kind = history.Latest.Kind;
        AgreedToBeNamed = history.Latest.AgreedToBeNamed;
        Acts = history.Acts.Count;
        Followers = history.Followers;
        MedianAnswer = history.MedianAnswer;
        AnsweredByTeam = history.Answered(byTeam: false);
        AnsweredByAccount = history.Answered(byTeam: true);
        Parts = parts;
        Total = 100 * parts.Sum(part => part.Weight * part.Value);
        Low = Math.Max(0, Total - (100 * Spread(part => part.Value - part.Low)));
        High = Math.Min(100, Total + (100 * Spread(part => part.High - part.Value)));
    }

    /// <summary>The account's own name.</summary>
    public string Account { get; }

    /// <summary>Public, press, elected and so on, as its latest act told.</summary>
    public string Kind { get; }

    /// <summary>Whether the person agreed to be named, as their latest act told.</summary>
    public bool AgreedToBeNamed { get; }

    /// <summary>From 0 to 100: the parts by their weights.</summary>
    public double Total { get; }

    /// <summary>The lower end of the 80 % interval of <see cref="Total"/>, the parts taken as independent.</summary>
    public double Low { get; }

    /// <summary>The upper end of the 80 % interval of <see cref="Total"/>.</summary>
    public double High { get; }

    /// <summary>Quality, regularity, reciprocity, amplification, topicality and reach, in this order.</summary>
    public IReadOnlyList<ScorePart> Parts { get; }

    /// <summary>How many acts of the window were counted.</summary>
    public int Acts { get; }

    /// <summary>How many follow the account; null when not known. Shown apart: it moves the score by the capped reach alone.</summary>
    public long? Followers { get; }

    /// <summary>How long the team took to answer the account, at the median; null where no such time is known. Shown apart: it says how the team did.</summary>
    public TimeSpan? MedianAnswer { get; }

    /// <summary>How many of the account's turns the team answered.</summary>
    public AnsweredTurns AnsweredByTeam { get; }

    /// <summary>How many of the team's turns towards the account it answered.</summary>
    public AnsweredTurns AnsweredByAccount { get; }

    private double Spread(Func<ScorePart, double> side) =>
        Math.Sqrt(Parts.Sum(part => Math.Pow(part.Weight * side(part), 2)));
}
