namespace Comms.Core.Engagement;

/// <summary>What can be expected of an account, by all the others: the prior of empirical Bayes, the account left out.</summary>
internal sealed class Community
{
    // Before anyone is known: half of the turns are answered, said as weakly as two of four.
    private const double AnsweredBefore = 2;
    private const double TurnsBefore = 4;

    private readonly Dictionary<AccountHistory, double> _qualities;
    private readonly double _quality;
    private readonly int _answered;
    private readonly int _turns;

    public Community(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        var decays = options.Decays();
        Weeks = decays.Sum();
        _qualities = histories.ToDictionary(history => history, history => QualityPart.Raw(history, decays, options));
        _quality = histories.Sum(Quality);
        _answered = histories.Sum(history => history.Turns.Count(turn => turn.Answered));
        _turns = histories.Sum(history => history.Turns.Count);
    }

    /// <summary>How many weeks the window counts for, where newer ones count more.</summary>
    public double Weeks { get; }

    /// <summary>An account's quality before it is shrunk.</summary>
    public double Quality(AccountHistory history) => _qualities[history];

    /// <summary>The others' mean quality; 0 when there are no others.</summary>
    public double QualityWithout(double own) => _qualities.Count < 2 ? 0 : Math.Max(0, _quality - own) / (_qualities.Count - 1);

    /// <summary>The share of the others' turns that were answered.</summary>
    public double AnsweredWithout(int ownAnswered, int ownTurns) =>
        (_answered - ownAnswered + AnsweredBefore) / (_turns - ownTurns + TurnsBefore);
}
