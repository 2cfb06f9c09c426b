namespace Comms.Core.Engagement;

/// <summary>
/// How accounts are scored. No standard gives the defaults: they weigh who moves others in made-up communities whose truth
/// is known (<see cref="Planted.PlantedCommunity"/>) against who takes part in the week to come.
/// </summary>
public sealed record EngagementOptions
{
    /// <summary>The most that reach may be of the whole. Followers are no measure.</summary>
    public const double MostReach = 0.10;

    /// <summary>How many weeks back acts count. From 5 to 520. Default: 26.</summary>
    public int Weeks { get; init; } = 26;

    /// <summary>After how many weeks a week counts half. More than 0. Default: 13, half of the window.</summary>
    public double HalfLifeWeeks { get; init; } = 13;

    /// <summary>What each act is worth.</summary>
    public ActWeights Acts { get; init; } = new();

    /// <summary>The worth of acts at which a week counts half of the most that a week can. More than 0. Default: 20, five replies.</summary>
    public double HalfWeek { get; init; } = 20;

    /// <summary>
    /// The most that the acts of a week are worth together that nobody answered: talking at the team is no conversation.
    /// More than 0. Default: 8, two replies.
    /// </summary>
    public double UnansweredWeek { get; init; } = 8;

    /// <summary>How many acts of others, come by an account within the window, count half of the most that they can. More than 0. Default: 1.</summary>
    public double HalfBrought { get; init; } = 1;

    /// <summary>How much it counts for an account whom those whom it brought bring in turn. More than 0 and below 1. Default: 0.2.</summary>
    public double Onwards { get; init; } = 0.2;

    /// <summary>Quality's share of the score. Default: 0.3.</summary>
    public double Quality { get; init; } = 0.3;

    /// <summary>Regularity's share of the score. Default: 0.05: bots are the most regular of all.</summary>
    public double Regularity { get; init; } = 0.05;

    /// <summary>Reciprocity's share of the score. Default: 0.2.</summary>
    public double Reciprocity { get; init; } = 0.2;

    /// <summary>Amplification's share of the score. Default: 0.35.</summary>
    public double Amplification { get; init; } = 0.35;

    /// <summary>
    /// Topicality's share of the score. Default: 0. Whoever names <see cref="Topics"/> says what they weigh, and takes it
    /// from another part.
    /// </summary>
    public double Topicality { get; init; }

    /// <summary>The team's topics, as themes of triage, each once. Default: empty; nobody is topical then.</summary>
    public IReadOnlyCollection<string> Topics { get; init; } = [];

    /// <summary>Reach's share of the score, at most <see cref="MostReach"/>. Default: 0.1.</summary>
    public double Reach { get; init; } = MostReach;

    /// <summary>Within what time an act of an account answers a turn of the team. More than 0. Default: 7 days.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many observations the expectation weighs as much as: small samples move little. More than 0. Default: 8.</summary>
    public double PriorStrength { get; init; } = 8;

    /// <summary>What each week of the window counts, the newest first.</summary>
    internal double[] Decays() => [.. Enumerable.Range(0, Weeks).Select(week => Math.Pow(0.5, week / HalfLifeWeeks))];

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Weeks, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weeks, 520);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(HalfLifeWeeks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(HalfWeek);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(UnansweredWeek);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(HalfBrought);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PriorStrength);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(AnswerWithin, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Quality);
        ArgumentOutOfRangeException.ThrowIfNegative(Regularity);
        ArgumentOutOfRangeException.ThrowIfNegative(Reciprocity);
        ArgumentOutOfRangeException.ThrowIfNegative(Amplification);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Onwards);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Onwards, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Topicality);
        ArgumentNullException.ThrowIfNull(Topics);
        ArgumentOutOfRangeException.ThrowIfNegative(Reach);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Reach, MostReach);
        ArgumentNullException.ThrowIfNull(Acts);
        Acts.Check();
        if (Math.Abs(Quality + Regularity + Reciprocity + Amplification + Topicality + Reach - 1) > 1e-9)
        {
            throw new ArgumentException("The shares of the score must sum to 1.", nameof(Quality));
        }
    }
}
