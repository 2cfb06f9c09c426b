using Comms.Core.Text;

namespace Comms.Core.Engagement;

/// <summary>One account's acts within the window, oldest first, never empty, and the team's towards it.</summary>
internal sealed class AccountHistory(
    string account, IReadOnlyList<Interaction> acts, IReadOnlyList<Interaction> ours, DateTimeOffset asOf, TimeSpan answerWithin)
{
    /// <summary>The histories of all who acted within the window, in ordinal order of the account.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static AccountHistory[] Of(IEnumerable<Interaction> interactions, DateTimeOffset asOf, EngagementOptions options)
    {
        options.Check();
        return
        [
            .. interactions
                .Where(act => act.At <= asOf && asOf - act.At < TimeSpan.FromDays(7 * options.Weeks))
                .GroupBy(act => act.Account, StringComparer.Ordinal)
                .OrderBy(acts => acts.Key, StringComparer.Ordinal) // Sums of fractions depend on their order; the input's must not show.
                .Select(acts => OfOne(acts.Key, [.. acts], asOf, options)).OfType<AccountHistory>(),
        ];
    }

    /// <summary>The history of one account; null where it did nothing itself.</summary>
    /// <param name="account">The account.</param>
    /// <param name="acts">Its acts and the team's towards it, all within the window.</param>
    /// <param name="asOf">The instant of scoring.</param>
    /// <param name="options">How to score.</param>
    public static AccountHistory? OfOne(string account, IReadOnlyList<Interaction> acts, DateTimeOffset asOf, EngagementOptions options) =>
        InOrder(acts.Where(act => !act.ByTeam)) is { Length: > 0 } theirs
            ? new AccountHistory(account, theirs, InOrder(acts.Where(act => act.ByTeam)), asOf, options.AnswerWithin)
            : null;

    public string Account => account;

    public IReadOnlyList<Interaction> Acts => acts;

    /// <summary>What the team did towards the account.</summary>
    public IReadOnlyList<Interaction> Ours => ours;

    /// <summary>The act that tells what the account is now. Where two tell at once, the one that agreed to less.</summary>
    public Interaction Latest { get; } = acts.Where(act => act.At == acts[^1].At)
        .OrderBy(act => act.AgreedToBeNamed).ThenBy(act => act.Kind, StringComparer.Ordinal).First();

    public long? Followers { get; } = acts.Max(act => act.Followers);

    /// <summary>How long the team took to answer, at the median of the answers whose time is known; null when there is none.</summary>
    public TimeSpan? MedianAnswer { get; } =
        Median.Of(acts.Select(act => act.AnsweredAfter).OfType<TimeSpan>().Select(took => (double)took.Ticks)) is { } ticks ? TimeSpan.FromTicks((long)ticks) : null;

    /// <summary>The turns of either side that ask for an answer, oldest first.</summary>
    public IReadOnlyList<Turn> Turns { get; } = Turn.Of(acts, ours, answerWithin);

    /// <summary>How many turns of one side the other answered.</summary>
    public AnsweredTurns Answered(bool byTeam) => new(Turns.Count(turn => turn.ByTeam == byTeam && turn.Answered), Turns.Count(turn => turn.ByTeam == byTeam));

    /// <summary>How many whole weeks before the instant of scoring an act took place.</summary>
    public int WeeksAgo(Interaction act) => (int)((asOf - act.At).Ticks / (7 * TimeSpan.TicksPerDay));

    /// <summary>The weeks with an act, oldest first, each once.</summary>
    public IEnumerable<int> ActiveWeeks => acts.Select(WeeksAgo).Distinct();

    /// <summary>Oldest first, and acts of one instant always in the same order.</summary>
    private static Interaction[] InOrder(IEnumerable<Interaction> acts) =>
    [
        .. acts.OrderBy(act => act.At).ThenBy(act => act.Act).ThenBy(act => act.Answered).ThenBy(act => act.Towards, StringComparer.Ordinal)
            .ThenBy(act => string.Join('\n', act.Topics), StringComparer.Ordinal),
    ];
}
