namespace Comms.Core.Engagement;

/// <summary>
/// Scores accounts by how they take part: quality of their acts, regularity, reciprocity, whom they bring, and reach within its cap.
/// Pure; one more act at the end never lowers its account's score. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Weeks are counted back from the instant of scoring, so that a shift of all times changes nothing. What is expected of
/// an account (the empirical prior) is taken from all others, so that nobody can move their own. Regularity and
/// reciprocity stand at their best within the window: a silence of ours takes nothing away from them.
/// </remarks>
public static class EngagementScorer
{
    /// <summary>Scores every account that acted within the window, best first; ties in ordinal order of the account.</summary>
    /// <param name="interactions">Interactions in any order. Those after the instant or before the window are passed over.</param>
    /// <param name="asOf">The instant of scoring.</param>
    /// <param name="options">How to score; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IReadOnlyList<AccountScore> Score(IEnumerable<Interaction> interactions, DateTimeOffset asOf, EngagementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        options ??= new EngagementOptions();
        var histories = AccountHistory.Of(interactions, asOf, options);
        var decays = options.Decays();
        double[] qualities = [.. histories.Select(history => QualityPart.Raw(history, decays, options))];
        var community = Community.Of(histories, qualities, decays);
        var by = BroughtBy.Of(histories, options);
        return [.. histories.Select((history, at) => Score(history, qualities[at], community, by[at], options)).Order(BestFirst)];
    }

    internal static Comparer<AccountScore> BestFirst { get; } = Comparer<AccountScore>.Create(
        (one, other) => one.Total != other.Total ? other.Total.CompareTo(one.Total) : string.CompareOrdinal(one.Account, other.Account));

    internal static AccountScore Score(AccountHistory history, double quality, Community community, (double Acts, int People) by, EngagementOptions options) => new(
        history,
        [
            QualityPart.Of(quality, community, options),
            RegularityPart.Of(history, options),
            ReciprocityPart.Of(history, community, options),
            AmplificationPart.Of(by, options),
            TopicalityPart.Of(history, options),
            ReachPart.Of(history, options),
        ]);
}
