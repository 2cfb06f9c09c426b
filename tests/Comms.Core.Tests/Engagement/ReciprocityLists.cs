using Comms.Core.Channels;
using Comms.Core.Engagement;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class ReciprocityLists
{
    [Fact]
    public void Who_passed_our_words_on_and_to_whom_we_never_turned_is_listed_with_the_reason()
    {
        var entry = Assert.Single(List([Acts.One("@herald@towns.example", 48, Act.Repost), Acts.One("@herald@towns.example", 24, Act.Quote)]));
        Assert.Equal(("@herald@towns.example", "press", InReturn.Repost, 2, Acts.Now.AddHours(-24)), (entry.Account, entry.Kind, entry.Suggestion, entry.Acts, entry.Last));
        Assert.Equal("passed your words on 2 times, last on 22 November 2026; you have not passed theirs on, nor named them", entry.Because);
    }

    [Theory]
    [InlineData(Act.Mention)]
    [InlineData(Act.Repost)]
    [InlineData(Act.Reply)]
    public void Whom_we_named_passed_on_or_answered_has_been_noticed(Act ours)
    {
        var passedOn = Acts.One("@herald@towns.example", 48, Act.Repost);
        Assert.Empty(List([passedOn, Acts.One("@herald@towns.example", 300, ours) with { ByTeam = true }]));
        Assert.Single(List([passedOn, Acts.One("@gazette@towns.example", 300, ours) with { ByTeam = true }]));
    }

    [Fact]
    public void Bodies_that_wrote_and_have_no_answer_are_listed()
    {
        var list = List(
            [
                Acts.One("@council", 10, Act.Mention, kind: "elected"), Acts.One("@council", 50, Act.Reply, kind: "elected"),
                Acts.One("@hospice", 10, Act.Comment, kind: "partner"),
                Acts.One("@answered", 10, Act.Mention, kind: "partner", answered: true), Acts.One("@answered", 20, Act.Mention, kind: "partner"),
                Acts.One("@likes", 10, Act.Like, kind: "partner"),
            ]);
        Assert.Equal([("@council", InReturn.Answer), ("@hospice", InReturn.Answer)], list.Select(entry => (entry.Account, entry.Suggestion)));
        Assert.Equal("wrote to you 2 times, last on 22 November 2026; nobody has answered", list[0].Because);
    }

    [Fact]
    public void A_private_person_is_on_it_only_if_they_agreed()
    {
        var act = Acts.One("@sam", 10, Act.Repost, kind: "public");
        Assert.Empty(List([act]));
        Assert.Equal("@sam", Assert.Single(List([act with { AgreedToBeNamed = true }])).Account);
    }

    [Fact]
    public void What_is_older_than_the_window_or_still_to_come_does_not_count() =>
        Assert.Empty(List([Acts.One("@old", 26 * 7 * 24, Act.Repost), Acts.One("@early", -1, Act.Repost)]));

    [Fact]
    public void The_order_of_the_acts_and_how_many_follow_change_nothing() =>
        Gen.Select(Acts.Any("@a"), Acts.Any("@b"), Gen.Int[1, 1000]).Sample((one, other, times) =>
        {
            Interaction[] acts = [.. one, .. other];
            var turned = acts.Reverse().Select(act => act with { Followers = act.Followers * times });
            return Told(acts).SequenceEqual(Told(turned));
        });

    private static IEnumerable<(string, InReturn, string)> Told(IEnumerable<Interaction> acts) =>
        List(acts).Select(entry => (entry.Account, entry.Suggestion, entry.Because));

    private static IReadOnlyList<ReciprocityEntry> List(IEnumerable<Interaction> acts) => ReciprocityList.Of(acts, Acts.Now);
}
