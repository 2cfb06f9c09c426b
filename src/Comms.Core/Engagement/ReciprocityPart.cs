namespace Comms.Core.Engagement;

/// <summary>
/// The share of the turns that either took towards the other, and the other answered: the credible lower bound of a Beta
/// distribution that begins at the others' share, so that three of three does not beat sixty of eighty.
/// </summary>
internal static class ReciprocityPart
{
    public static ScorePart Of(AccountHistory history, Community community, EngagementOptions options)
    {
        var turns = history.Turns;
        var expected = community.AnsweredWithout(turns.Count(turn => turn.Answered), turns.Count);
        double best = 0, high = 0;
        var answered = 0;
        for (var count = 1; count <= turns.Count; count++)
        {
            answered += turns[count - 1].Answered ? 1 : 0;
            var known = count + options.PriorStrength;
            var mean = (answered + (options.PriorStrength * expected)) / known;
            best = Math.Max(best, Interval.Low(mean, known));
            high = Math.Max(best, Interval.High(mean, known));
        }

        return new ScorePart("reciprocity", best, options.Reciprocity, turns.Count, best, high);
    }
}
