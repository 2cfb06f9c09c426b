using System.Collections.Frozen;

namespace Comms.Core.Engagement;

/// <summary>
/// Decides whose score may be shown by name: bodies and people who speak in public office, and private people who
/// agreed. All others are counted, never named.
/// </summary>
public static class ScoreAudience
{
    private static readonly FrozenSet<string> Public =
        FrozenSet.Create(StringComparer.Ordinal, "organisation", "press", "elected", "partner");

    /// <summary>Whether a score may be shown with the account's name.</summary>
    /// <param name="score">The score.</param>
    public static bool MayName(AccountScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return MayName(score.Kind, score.AgreedToBeNamed);
    }

    internal static bool MayName(string kind, bool agreed) => agreed || Public.Contains(kind);

    /// <summary>Parts scores into those that may be named and a count of the rest.</summary>
    /// <param name="scores">Scores in any order; the order of those named is kept.</param>
    public static ScoreBoard Part(IEnumerable<AccountScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var byName = scores.ToLookup(MayName);
        return new ScoreBoard([.. byName[true]], byName[false].Count());
    }
}
