namespace Comms.Core.Engagement;

/// <summary>Followers as a logarithm: a thousand times as many add three of its eight steps.</summary>
internal static class ReachPart
{
    // A hundred million followers are the whole of it; only a handful of accounts in the world have more.
    private const double Most = 8;

    public static ScorePart Of(AccountHistory history, EngagementOptions options)
    {
        var value = Math.Clamp(Math.Log10(1 + (double)Math.Max(0, history.Followers ?? 0)) / Most, 0, 1);
        return new ScorePart("reach", value, options.Reach, history.Followers is null ? 0 : 1, value, value);
    }
}
