using Comms.Core.Channels;
using Comms.Core.Engagement;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class TurnTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly Gen<Interaction[]> AnyOurs = Gen.Select(Gen.Int[0, 7], Gen.Int[1, 26 * 7 * 24])
        .Select((act, hours) => Ours(hours, (Act)act)).Array[0, 20].Select(acts => acts.OrderBy(act => act.At).ToArray());

    [Fact]
    public void An_act_answers_the_newest_turn_of_ours_that_waits() => Assert.Equal(
        [(true, false), (true, true), (false, false)],
        Of([Acts.One("@a", 10)], [Ours(40), Ours(20)]));

    [Fact]
    public void One_act_answers_one_turn_and_a_like_answers_none() => Assert.Equal(
        [(true, false), (true, true), (true, false)],
        Of([Acts.One("@a", 20, Act.Repost), Acts.One("@a", 4, Act.Like)], [Ours(40), Ours(30), Ours(5)]));

    [Theory]
    [InlineData(7 * 24, true)]
    [InlineData((7 * 24) + 1, false)]
    public void A_turn_of_ours_waits_for_a_week(double hours, bool answered) =>
        Assert.Equal([(true, answered)], Of([Acts.One("@a", 1, Act.Repost)], [Ours(hours + 1)]));

    [Fact]
    public void An_act_before_a_turn_does_not_answer_it_and_our_answers_and_reposts_ask_for_nothing() => Assert.Equal(
        [(true, false)],
        Of([Acts.One("@a", 5, Act.Quote)], [Ours(5), Ours(10, Act.Reply), Ours(9, Act.Repost)]).Where(turn => turn.ByTeam));

    [Fact]
    public void No_more_turns_are_answered_than_there_are_acts_and_one_more_act_takes_no_answer_away() =>
        Gen.Select(Acts.Any("@a"), AnyOurs).Sample((theirs, ours) =>
        {
            var before = Turn.Of(theirs, ours, Week).Where(turn => turn.ByTeam).ToList();
            var after = Turn.Of([.. theirs, Acts.One("@a", 0.5)], ours, Week).Where(turn => turn.ByTeam).ToList();
            Assert.True(before.Count(turn => turn.Answered) <= theirs.Count(act => act.Act != Act.Like));
            Assert.All(before.Zip(after), pair => Assert.True(pair.Second.Answered || !pair.First.Answered));
        });

    [Fact]
    public void Whatever_the_team_does_one_more_act_never_lowers_a_score() =>
        Gen.Select(Acts.Any("@a"), AnyOurs, Gen.Int[0, 7], Gen.Bool).Sample((theirs, ours, act, answered) =>
        {
            Interaction[] before = [.. Acts.Weekly("@other", 12, 6), Acts.One("@a", 25 * 7 * 24), .. theirs, .. ours];
            var after = Acts.Score(before.Append(Acts.One("@a", 0.5, (Act)act, answered))).Of("@a");
            Assert.True(after.Total >= Acts.Score(before).Of("@a").Total - 1e-9);
        });

    [Fact]
    public void Who_answers_us_scores_higher_than_who_does_not_and_both_ways_are_told()
    {
        var ours = Enumerable.Range(0, 6).Select(week => 30.0 + (week * 7 * 24)).ToList();
        var scores = Acts.Score(
            [
                .. Enumerable.Range(0, 9).SelectMany(at => Acts.Weekly($"@other{at}", 12, 6)),
                .. Acts.Weekly("@answers", 6, 3), .. ours.Select(hours => Ours(hours) with { Account = "@answers" }),
                .. Acts.Weekly("@talks", 6, 3).Select(act => act with { At = act.At.AddHours(-10) }), .. ours.Select(hours => Ours(hours) with { Account = "@talks", At = Acts.Now.AddHours(-1) }),
            ]);
        Assert.True(scores.Of("@answers").Part("reciprocity").Value > scores.Of("@talks").Part("reciprocity").Value);
        Assert.Equal((new AnsweredTurns(3, 6), new AnsweredTurns(6, 6)), (scores.Of("@answers").AnsweredByTeam, scores.Of("@answers").AnsweredByAccount));
        Assert.Equal(new AnsweredTurns(0, 6), scores.Of("@talks").AnsweredByAccount);
        Assert.Equal(12, scores.Of("@answers").Part("reciprocity").Sample);
    }

    [Fact]
    public void An_account_to_which_only_the_team_turned_has_no_score() => Assert.Empty(Acts.Score(Ours(20)));

    private static Interaction Ours(double hoursAgo, Act act = Act.Mention) => Acts.One("@a", hoursAgo, act) with { ByTeam = true };

    private static IEnumerable<(bool ByTeam, bool Answered)> Of(Interaction[] theirs, Interaction[] ours) =>
        Turn.Of([.. theirs.OrderBy(act => act.At)], [.. ours.OrderBy(act => act.At)], Week).Select(turn => (turn.ByTeam, turn.Answered));
}
