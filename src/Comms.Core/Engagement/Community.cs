namespace Comms.Core.Engagement;

/// <summary>What can be expected of an account, by all the others: the prior of empirical Bayes, the account left out. Immutable.</summary>
/// <param name="decays">What each week of the window counts, the newest first.</param>
/// <param name="accounts">How many took part.</param>
/// <param name="quality">The sum of their qualities before they are shrunk.</param>
/// <param name="turns">The turns of all, and how many of them were answered.</param>
internal sealed class Community(double[] decays, int accounts, double quality, AnsweredTurns turns)
{
    // Before anyone is known: half of the turns are answered, said as weakly as two of four.
    private const double AnsweredBefore = 2;
    private const double TurnsBefore = 4;

    /// <param name="histories">All who took part.</param>
    /// <param name="qualities">The quality of each before it is shrunk.</param>
    /// <param name="decays">What each week of the window counts, the newest first.</param>
    public static Community Of(IReadOnlyList<AccountHistory> histories, double[] qualities, double[] decays) => new(
        decays,
        histories.Count,
        qualities.Sum(),
        new AnsweredTurns(histories.Sum(history => history.Turns.Count(turn => turn.Answered)), histories.Sum(history => history.Turns.Count)));

    public double[] Decays => decays;

    /// <summary>How many weeks the window counts for, where newer ones count more.</summary>
    public double Weeks { get; } = decays.Sum();

    /// <summary>The others' mean quality; 0 when there are no others.</summary>
    public double QualityWithout(double own) => accounts < 2 ? 0 : Math.Max(0, quality - own) / (accounts - 1);

    /// <summary>The share of the others' turns that were answered.</summary>
    public double AnsweredWithout(int ownAnswered, int ownTurns) =>
        (turns.Answered - ownAnswered + AnsweredBefore) / (turns.Turns - ownTurns + TurnsBefore);
}
