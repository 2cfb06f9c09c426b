using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Engagement;

/// <summary>
/// Whom to turn to in return: who passed the team's words on and was never named by it, and which bodies and people who
/// may be named wrote and have no answer. Nobody else is on it. Pure; safe for concurrent use.
/// </summary>
public static class ReciprocityList
{
    /// <summary>The list: whoever gave most first, then the most recent; ties in ordinal order of the account.</summary>
    /// <param name="interactions">Interactions in any order. Those after the instant or before the window are passed over.</param>
    /// <param name="ourTexts">What the team published within the window: an account whose name stands in it has been noticed.</param>
    /// <param name="asOf">The instant; its offset is that of the dates told.</param>
    /// <param name="options">The window; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IReadOnlyList<ReciprocityEntry> Of(
        IEnumerable<Interaction> interactions, IReadOnlyCollection<string> ourTexts, DateTimeOffset asOf, EngagementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(ourTexts);
        return
        [
            .. AccountHistory.Of(interactions, asOf, options ?? new EngagementOptions())
                .Where(history => ScoreAudience.MayName(history.Latest.Kind, history.Latest.AgreedToBeNamed))
                .Select(history => Entry(history, ourTexts, asOf))
                .OfType<ReciprocityEntry>()
                .OrderByDescending(entry => entry.Acts).ThenByDescending(entry => entry.Last).ThenBy(entry => entry.Account, StringComparer.Ordinal),
        ];
    }

    private static ReciprocityEntry? Entry(AccountHistory history, IReadOnlyCollection<string> ourTexts, DateTimeOffset asOf)
    {
        Interaction[] passedOn = [.. history.Acts.Where(act => act.Act is Act.Repost or Act.Quote)];
        if (passedOn.Length > 0 && !ourTexts.Any(text => WholeWords.Stand(history.Account, text)))
        {
            return Entry(history, InReturn.Repost, passedOn, $"passed your words on {Times(passedOn, asOf)}; no post of yours names them");
        }

        Interaction[] turns = [.. history.Turns];
        return turns.Length > 0 && !turns.Any(turn => turn.Answered)
            ? Entry(history, InReturn.Answer, turns, $"wrote to you {Times(turns, asOf)}; nobody has answered")
            : null;
    }

    private static ReciprocityEntry Entry(AccountHistory history, InReturn suggestion, Interaction[] acts, string because) =>
        new(history.Account, history.Latest.Kind, suggestion, acts.Length, acts[^1].At, because);

    private static string Times(Interaction[] acts, DateTimeOffset asOf) =>
        $"{Wording.Count(acts.Length, "time")}, last on {Wording.Day(DateOnly.FromDateTime(acts[^1].At.ToOffset(asOf.Offset).DateTime))}";
}
