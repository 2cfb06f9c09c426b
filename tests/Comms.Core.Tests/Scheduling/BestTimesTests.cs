using Comms.Core.Scheduling;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class BestTimesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_lucky_posts_do_not_beat_sixty_good_ones()
    {
        var scores = BestTimes.Of([.. Posts(9, 60, 40), .. Posts(12, 3, 45), .. Posts(17, 60, 10)], "Europe/London");

        Assert.Equal(9, scores[0].Hour);
        Assert.True(Score(scores, 12).High - Score(scores, 12).Low > Score(scores, 9).High - Score(scores, 9).Low);
    }

    [Fact]
    public void An_hour_lies_between_its_own_mean_and_that_of_all() =>
        Gen.Select(Gen.Int[3, 30], Gen.Int[3, 30], Gen.Int[3, 30]).Sample((one, two, three) =>
        {
            PastPost[] posts = [.. Posts(9, one + 10, 40), .. Posts(12, two + 10, 20), .. Posts(17, three + 10, 5)];
            var scores = BestTimes.Of(posts, "Europe/London");

            Assert.All(scores, score => Assert.InRange(score.Expected, score.Low, score.High));
            Assert.Equal([9, 12, 17], scores.OrderByDescending(score => score.Expected).Select(score => score.Hour));
        }, iter: 100);

    [Fact]
    public void Where_only_chance_differs_the_hours_are_drawn_together()
    {
        var scores = BestTimes.Of([.. Posts(9, 20, 20), .. Posts(12, 20, 20), .. Posts(17, 4, 20)], "Europe/London");

        Assert.InRange(scores.Max(score => score.Expected) - scores.Min(score => score.Expected), 0, 3);
    }

    [Fact]
    public void Hours_are_of_the_team_s_zone_and_weekends_are_apart()
    {
        var summer = new DateTimeOffset(2026, 7, 4, 8, 0, 0, TimeSpan.Zero);
        var scores = BestTimes.Of([.. Posts(9, 30, 10), .. Enumerable.Range(0, 10).Select(week => new PastPost(summer.AddDays(7 * week), week))], "Europe/London");

        Assert.Contains(scores, score => score is { Weekend: true, Hour: 9, Posts: 10 });
    }

    [Fact]
    public void Too_little_says_nothing()
    {
        Assert.Empty(BestTimes.Of([.. Posts(9, 9, 10), .. Posts(12, 9, 10)], "Europe/London"));
        Assert.Empty(BestTimes.Of([.. Posts(9, 50, 10)], "Europe/London"));
    }

    /// <summary>Posts on working days at an hour, around a mean.</summary>
    private static IEnumerable<PastPost> Posts(int hour, int count, int mean) => Enumerable.Range(0, count).Select(place =>
        new PastPost(Monday.AddDays((-7 * (place / 5 % 4)) + (place % 5)).AddHours(hour), Math.Max(0, mean + (((place * 7) % 11) - 5) * mean / 10)));

    private static HourScore Score(IReadOnlyList<HourScore> scores, int hour) => scores.Single(score => score.Hour == hour);
}
