using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Publics;
using Comms.Core.Exercises.Scenarios;

namespace Comms.Core.Exercises.Scoring;

/// <summary>What became of a rumour.</summary>
/// <param name="Claim">What it says.</param>
/// <param name="Took">From its start until a post corrected it; zero when one stood before, null when none did.</param>
/// <param name="Spread">How many simulated people believed and know better; null without a population.</param>
internal sealed record RumourFigures(string Claim, TimeSpan? Took, (int Most, int AtEnd, int Know)? Spread)
{
    /// <summary>When the first post stood that corrects it; null when none did.</summary>
    public static DateTimeOffset? CorrectedAt(RumourFile rumour, IEnumerable<Fact.Post> posts) =>
        posts.Where(post => rumour.Says.All(post.Says)).Select(post => (DateTimeOffset?)post.At).Min();

    public static RumourFigures Of(RumourFile rumour, RumourSpread? spread, Scenario scenario, IReadOnlyList<Fact.Post> posts)
    {
        var took = CorrectedAt(rumour, posts) - scenario.Timeline.At(rumour.Starts);
        return new RumourFigures(
            rumour.Claim,
            took < TimeSpan.Zero ? TimeSpan.Zero : took,
            spread is null ? null : (spread.MostBelieving, spread.Believing, spread.Knowing));
    }
}
