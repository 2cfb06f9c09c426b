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

    /// <summary>The figures were worked out beside this code from the formulas of the random-effects model.</summary>
    [Fact]
    public void The_figures_are_those_of_the_model()
    {
        PastPost[] posts =
        [
            .. At(Monday.AddHours(9), 40, 35, 52, 44, 39, 61, 48, 30), .. At(Monday.AddHours(12), 12, 18, 9, 15, 22, 11, 14),
            .. At(Monday.AddDays(5).AddHours(9), 20, 28, 25, 17, 31, 22), .. At(Monday.AddHours(17), 15, 60, 33),
        ];
        (bool, int, int, double, double, double)[] expected =
        [
            (false, 9, 8, 41.6566920166827, 34.69982051342274, 49.96925832223649), (false, 17, 3, 30.42946033429586, 22.698558023191545, 40.68232412868325),
            (true, 9, 6, 23.51473699372208, 18.98372763145947, 29.073084509282577), (false, 12, 7, 14.389641791124438, 11.72860335204689, 17.606996220134185),
        ];

        var scores = BestTimes.Of(posts, "Europe/London");

        Assert.Equal(expected.Length, scores.Count);
        Assert.All(scores.Zip(expected), pair =>
        {
            var (weekend, hour, count, mean, low, high) = pair.Second;
            Assert.Equal((weekend, hour, count), (pair.First.Weekend, pair.First.Hour, pair.First.Posts));
            Assert.Equal([mean, low, high], [pair.First.Expected, pair.First.Low, pair.First.High], (one, other) => Math.Abs(one - other) < 1e-9);
        });
    }

    [Fact]
    public void Hours_that_are_alike_come_in_the_order_of_the_week()
    {
        PastPost[] posts = [.. new[] { 5.0, 0.5, 5.5, 0 }.SelectMany(day => At(Monday.AddDays((int)day).AddHours((day - (int)day) * 8), 7, 7, 7, 7, 7, 7))];

        var scores = BestTimes.Of(posts, "Europe/London");

        Assert.Equal([(false, 0), (false, 4), (true, 0), (true, 4)], scores.Select(score => (score.Weekend, score.Hour)));
        Assert.All(scores, score => Assert.Equal(7, score.Expected, 1e-6));
    }

    [Fact]
    public void Twenty_posts_are_enough_and_an_hour_of_each_is_not()
    {
        Assert.Equal(2, BestTimes.Of([.. Posts(9, 10, 10), .. Posts(12, 10, 10)], "Europe/London").Count);
        Assert.Empty(BestTimes.Of([.. Enumerable.Range(0, 20).Select(hour => new PastPost(Monday.AddHours(hour), hour))], "Europe/London"));
        Assert.Equal(19, BestTimes.Of([.. Enumerable.Range(0, 20).Select(hour => new PastPost(Monday.AddHours(Math.Min(hour, 18)), hour))], "Europe/London").Count);
        Assert.Throws<ArgumentNullException>(() => BestTimes.Of(null!, "Europe/London"));
    }

    private static IEnumerable<PastPost> At(DateTimeOffset hour, params int[] engagements) => engagements.Select((count, place) => new PastPost(hour.AddMinutes(place), count));

    /// <summary>Posts on working days at an hour, around a mean.</summary>
    private static IEnumerable<PastPost> Posts(int hour, int count, int mean) => Enumerable.Range(0, count).Select(place =>
        new PastPost(Monday.AddDays((-7 * (place / 5 % 4)) + (place % 5)).AddHours(hour), Math.Max(0, mean + (((place * 7) % 11) - 5) * mean / 10)));

    private static HourScore Score(IReadOnlyList<HourScore> scores, int hour) => scores.Single(score => score.Hour == hour);
}
