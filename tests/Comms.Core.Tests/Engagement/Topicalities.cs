using Comms.Core.Engagement;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class Topicalities
{
    private static readonly EngagementOptions Options = new() { Topics = ["parking", "visiting"], Topicality = 0.1, Quality = 0.2 };

    private static readonly Gen<string> AnyTopic = Gen.Int[0, 3].Select(at => new[] { "parking", "visiting", "food", "staff" }[at]);

    [Fact]
    public void Who_speaks_of_the_teams_topics_is_more_topical_than_who_also_speaks_of_others()
    {
        var scores = Score([.. About("@both", "parking", "visiting"), .. About("@one", "parking", "parking"), .. About("@mixed", "food", "parking"), .. About("@none", "food", "staff")]);
        Assert.Equal(["@both", "@one", "@mixed", "@none"], scores.OrderByDescending(score => score.Part("topicality").Value).Select(score => score.Account));
        Assert.Equal(0, scores.Of("@none").Part("topicality").Value);
        Assert.Equal(2, scores.Of("@one").Part("topicality").Sample);
    }

    [Fact]
    public void Once_on_a_topic_is_less_than_ten_times() => Assert.True(
        Score(About("@once", "parking", "visiting")).Of("@once").Part("topicality").Value
        < Score(About("@often", [.. Enumerable.Repeat(new[] { "parking", "visiting" }, 10).SelectMany(pair => pair)])).Of("@often").Part("topicality").Value);

    [Fact]
    public void One_more_act_on_whatever_never_lowers_it() => Gen.Select(AnyTopic.List[0, 20], AnyTopic).Sample((topics, more) =>
    {
        string[] all = ["visiting", .. topics];
        Assert.True(Score(About("@a", [.. all, more])).Of("@a").Part("topicality").Value >= Score(About("@a", all)).Of("@a").Part("topicality").Value - 1e-12);
    });

    [Fact]
    public void Without_topics_nobody_is_topical() =>
        Assert.Equal(0, Acts.Score(About("@a", "parking")).Of("@a").Part("topicality").Value);

    private static IReadOnlyList<AccountScore> Score(IEnumerable<Interaction> acts) => EngagementScorer.Score(acts, Acts.Now, Options);

    /// <summary>One act for each topic, a day apart, the first one oldest.</summary>
    private static IEnumerable<Interaction> About(string account, params string[] topics) =>
        topics.Select((topic, at) => Acts.One(account, 24 * (topics.Length - at)) with { Topics = [topic] });
}
