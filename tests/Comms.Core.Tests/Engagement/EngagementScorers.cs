using Comms.Core.Channels;
using Comms.Core.Engagement;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class EngagementScorers
{
    private static readonly IReadOnlyList<Interaction> Others = [.. Acts.Weekly("@other", 12, 6), .. Acts.Weekly("@another", 5, 1, Act.Like)];

    [Fact]
    public void A_thousand_times_the_followers_moves_a_score_by_the_cap_at_most() =>
        Gen.Select(Acts.Any("@a"), Gen.Long[0, 1_000_000_000]).Sample((acts, followers) =>
        {
            var few = Acts.Score([.. Others, Acts.One("@a", 5), .. acts.Select(act => act with { Followers = followers })]).Of("@a");
            var many = Acts.Score([.. Others, Acts.One("@a", 5), .. acts.Select(act => act with { Followers = followers * 1000 })]).Of("@a");
            Assert.InRange(many.Total - few.Total, -1e-9, 10 + 1e-9);
        });

    [Fact]
    public void One_more_act_at_the_end_never_lowers_a_score() =>
        Gen.Select(Acts.Any("@a"), Gen.Int[0, 7], Gen.Bool).Sample((acts, act, answered) =>
        {
            Interaction[] before = [.. Others, Acts.One("@a", 25 * 7 * 24), .. acts];
            var after = before.Append(Acts.One("@a", 0.5, (Act)act, answered));
            Assert.True(Acts.Score(after).Of("@a").Total >= Acts.Score(before).Of("@a").Total - 1e-9);
        });

    [Fact]
    public void A_shift_of_all_times_changes_nothing() =>
        Gen.Select(Acts.Any("@a"), Gen.Int[-1_000_000, 1_000_000]).Sample((acts, minutes) =>
        {
            var shift = TimeSpan.FromMinutes(minutes);
            var moved = EngagementScorer.Score(acts.Select(act => act with { At = (act.At + shift).ToOffset(TimeSpan.FromHours(5)) }), Acts.Now + shift);
            Assert.Equal(Acts.Score(acts).Select(score => (score.Total, score.Low, score.High)), moved.Select(score => (score.Total, score.Low, score.High)));
        });

    [Fact]
    public void The_order_of_the_input_changes_nothing() => Acts.Any("@a").Sample(acts =>
    {
        Interaction[] all = [.. Others, .. acts];
        Assert.Equal(Acts.Score(all).Select(score => (score.Account, score.Total)), Acts.Score(all.Reverse()).Select(score => (score.Account, score.Total)));
    });

    [Fact]
    public void Every_part_and_interval_is_within_bounds() => Acts.Any("@a").Sample(acts =>
    {
        foreach (var score in Acts.Score([.. Others, .. acts]))
        {
            Assert.InRange(score.Total, score.Low, score.High);
            Assert.All(score.Parts, part => Assert.True(part is { Low: >= 0, High: <= 1 } && part.Low <= part.Value && part.Value <= part.High));
        }
    });

    [Fact]
    public void One_post_a_minute_does_not_win_regularity()
    {
        var day = Enumerable.Range(1, 1440).Select(minute => Acts.One("@bot-day", minute / 60.0));
        var always = Enumerable.Range(1, 26 * 7 * 24).Select(hour => Acts.One("@bot-always", hour - 0.5));
        var scores = Acts.Score([.. day, .. always, .. Acts.Weekly("@blogger", 26, 0)]);
        var blogger = scores.Of("@blogger").Part("regularity").Value;
        Assert.Equal(0, scores.Of("@bot-day").Part("regularity").Value);
        Assert.True(scores.Of("@bot-always").Part("regularity").Value <= blogger);
    }

    [Fact]
    public void Three_of_three_does_not_beat_sixty_of_eighty()
    {
        var three = Enumerable.Range(0, 3).Select(at => Acts.One("@three", 24 + at, answered: true));
        var eighty = Enumerable.Range(0, 80).Select(at => Acts.One("@eighty", 24 + (at * 48), answered: at % 4 != 0));
        var scores = Acts.Score([.. three, .. eighty]);
        Assert.True(scores.Of("@eighty").Part("reciprocity").Value > scores.Of("@three").Part("reciprocity").Value);
        Assert.True(scores.Of("@eighty").Total > scores.Of("@three").Total);
    }

    [Fact]
    public void Ten_bloggers_outrank_two_thousand_silent_followers_and_one_loud_account()
    {
        var bloggers = Enumerable.Range(0, 10).SelectMany(at => Acts.Weekly($"@blogger{at}", 12, 8, Act.Quote, followers: 300));
        var silent = Enumerable.Range(0, 2000).Select(at => Acts.One($"@silent{at}", 24, Act.Like, followers: 50_000));
        var loud = Acts.One("@loud", 24, Act.Mention, followers: 48_000_000);
        var scores = Acts.Score([.. silent, loud, .. bloggers]);
        Assert.All(scores.Take(10), score => Assert.StartsWith("@blogger", score.Account, StringComparison.Ordinal));
    }

    [Fact]
    public void An_answered_reply_is_worth_most_of_all_single_acts()
    {
        var acts = Enum.GetValues<Act>().Select(act => Acts.One($"@{act}", 24, act)).Append(Acts.One("@answered", 24, Act.Reply, answered: true));
        Assert.Equal("@answered", Acts.Score(acts).MaxBy(score => score.Part("quality").Value)!.Account);
    }

    [Fact]
    public void What_is_outside_the_window_does_not_count() =>
        Assert.Empty(Acts.Score(Acts.One("@old", (26 * 7 * 24) + 1), Acts.One("@future", -1)));

    [Theory]
    [InlineData(0.2)]
    [InlineData(-0.1)]
    public void A_reach_past_its_cap_is_refused(double reach) => Assert.Throws<ArgumentOutOfRangeException>(
        () => EngagementScorer.Score([], Acts.Now, new EngagementOptions { Reach = reach, Quality = 0.6 - reach }));

    [Fact]
    public void Shares_that_do_not_sum_to_one_are_refused() =>
        Assert.Throws<ArgumentException>(() => EngagementScorer.Score([], Acts.Now, new EngagementOptions { Quality = 0.6 }));
}
