using Comms.Core.Channels;
using Comms.Core.Engagement;
using CsCheck;

namespace Comms.Core.Tests.Engagement;

/// <summary>Writes interactions as tests need them.</summary>
internal static class Acts
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Act[] All = Enum.GetValues<Act>();

    /// <summary>Any history of one account within the window, oldest first.</summary>
    public static Gen<List<Interaction>> Any(string account) =>
        Gen.Select(Gen.Int[0, All.Length - 1], Gen.Int[1, 26 * 7 * 24], Gen.Bool)
            .Select((act, hours, answered) => One(account, hours, All[act], answered))
            .List[0, 60].Select(acts => acts.OrderBy(act => act.At).ToList());

    public static Interaction One(string account, double hoursAgo, Act act = Act.Reply, bool answered = false, long? followers = 100, string kind = "press") =>
        new() { Account = account, Kind = kind, Act = act, At = Now.AddHours(-hoursAgo), Answered = answered, Followers = followers };

    /// <summary>One act in each of the last weeks.</summary>
    public static IEnumerable<Interaction> Weekly(string account, int weeks, int answered, Act act = Act.Reply, long followers = 100) =>
        Enumerable.Range(0, weeks).Select(week => One(account, 24 + (week * 7 * 24), act, week < answered, followers));

    public static IReadOnlyList<AccountScore> Score(params IEnumerable<Interaction> acts) => EngagementScorer.Score(acts, Now);

    public static AccountScore Of(this IEnumerable<AccountScore> scores, string account) => scores.Single(score => score.Account == account);

    public static ScorePart Part(this AccountScore score, string name) => score.Parts.Single(part => part.Name == name);
}
