using Comms.Core.Channels;
using Comms.Core.Text;

namespace Comms.Core.Engagement;

/// <summary>
/// Whom to turn to in return: who passed the team's words on and to whom it never turned, and which bodies and people who
/// may be named wrote and have no answer. Nobody else is on it. Pure; safe for concurrent use.
/// </summary>
public static class ReciprocityList
{
    /// <summary>The list: whoever gave most first, then the most recent; ties in ordinal order of the account.</summary>
    /// <param name="interactions">Interactions in any order. Those after the instant or before the window are passed over.</param>
    /// <param name="asOf">The instant; its offset is that of the dates told.</param>
    /// <param name="options">The window; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IReadOnlyList<ReciprocityEntry> Of(IEnumerable<Interaction> interactions, DateTimeOffset asOf, EngagementOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        return
        [
            .. AccountHistory.Of(interactions, asOf, options ?? new EngagementOptions())
                .Where(history => ScoreAudience.MayName(history.Latest.Kind, history.Latest.AgreedToBeNamed))
                .Select(history => Entry(history, asOf))
                .OfType<ReciprocityEntry>()
                .OrderByDescending(entry => entry.Acts).ThenByDescending(entry => entry.Last).ThenBy(entry => entry.Account, StringComparer.Ordinal),
        ];
    }

    private static ReciprocityEntry? Entry(AccountHistory history, DateTimeOffset asOf)
    {
        Interaction[] passedOn = [.. history.Acts.Where(act => act.Act is Act.Repost or Act.Quote)];
        if (passedOn.Length > 0 && history.Ours.Count == 0)
        {
            return Entry(history, InReturn.Repost, passedOn, $"passed your words on {Times(passedOn, asOf)}; you have not passed theirs on, nor named them");
        }

        Interaction[] turns = [.. history.Acts.Where(act => Turn.Asks(act.Act))];
        return turns.Length > 0 && !turns.Any(turn => turn.Answered)
            ? Entry(history, InReturn.Answer, turns, $"wrote to you {Times(turns, asOf)}; nobody has answered")
            : null;
    }

    private static ReciprocityEntry Entry(AccountHistory history, InReturn suggestion, Interaction[] acts, string because) =>
        new(history.Account, history.Latest.Kind, suggestion, acts.Length, acts[^1].At, because);

    private static string Times(Interaction[] acts, DateTimeOffset asOf) =>
        $"{Wording.Count(acts.Length, "time")}, last on {Wording.Day(DateOnly.FromDateTime(acts[^1].At.ToOffset(asOf.Offset).DateTime))}";
}
