namespace Comms.Core.Engagement;

/// <summary>
/// The worth of an account's weeks, newer ones more. A week counts up to 1 however much is done in it, so that a flood
/// is worth little more than a conversation, and a flood that nobody answers much less; shrunk towards the others' mean.
/// </summary>
internal static class QualityPart
{
    public static ScorePart Of(double raw, Community community, EngagementOptions options)
    {
        var weeks = community.Weeks;
        var value = ((weeks * raw) + (options.PriorStrength * community.QualityWithout(raw))) / (weeks + options.PriorStrength);
        var known = weeks + options.PriorStrength;
        return new ScorePart("quality", value, options.Quality, options.Weeks, Interval.Low(value, known), Interval.High(value, known));
    }

    /// <summary>An account's quality before it is shrunk: the weighted mean over all weeks of the window, those without an act included.</summary>
    public static double Raw(AccountHistory history, double[] decays, EngagementOptions options)
    {
        var (answered, unanswered) = (new double[options.Weeks], new double[options.Weeks]);
        foreach (var act in history.Acts)
        {
            (act.Answered ? answered : unanswered)[history.WeeksAgo(act)] += options.Acts.Of(act.Act, act.Answered);
        }

        var weeks = answered.Zip(unanswered, (most, some) => OfWeek(most, some, options));
        return weeks.Zip(decays, (week, decay) => decay * week).Sum() / decays.Sum();
    }

    /// <summary>What a week counts, up to 1, by the worth of its acts.</summary>
    public static double OfWeek(double answered, double unanswered, EngagementOptions options)
    {
        var worth = answered + Math.Min(options.UnansweredWeek, unanswered);
        return worth / (worth + options.HalfWeek);
    }
}
