using Comms.Core.Engagement.Posts;
using Comms.Core.Text;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement.Posts;

public class PostMeasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_lucky_answers_to_one_post_are_not_surer_than_sixty_to_a_busier_accounts_best()
    {
        SentPost[] posts =
        [
            .. Enumerable.Range(0, 20).Select(number => Post($"quiet-{number}", "quiet", days: 30 + number, responses: number % 3 == 0 ? 1 : 0)),
            Post("lucky", "quiet", days: 20, responses: 3),
            .. Enumerable.Range(0, 20).Select(number => Post($"busy-{number}", "busy", days: 30 + number, responses: 18 + (number % 5))),
            Post("best", "busy", days: 20, responses: 60),
        ];

        var rates = PostMeasure.Of(posts, Now, "Europe/London").Posts.ToDictionary(rate => rate.Post.Id);
        Assert.True(rates["best"].Low > rates["lucky"].Low);
        Assert.InRange(rates["best"].Ratio, 2, 3.2);
        Assert.True(rates["lucky"].High - rates["lucky"].Low > rates["best"].High - rates["best"].Low);
    }

    [Fact]
    public void What_differs_by_chance_alone_is_drawn_to_the_usual_and_its_ranges_hold_it()
    {
        var posts = ByChance(seed: 7, accounts: 1, each: 200, mean: 6);
        var report = PostMeasure.Of(posts, Now, "Europe/London");

        Assert.All(report.Posts, rate => Assert.InRange(rate.Ratio, 0.7, 1.4));
        Assert.True(report.Posts.Count(rate => rate.Low <= 1 && rate.High >= 1) >= 0.95 * report.Posts.Count);
        Assert.All(report.Worked, worked => Assert.InRange(1, worked.Low, worked.High));
    }

    [Fact]
    public void A_form_that_works_twice_as_well_is_found_on_every_account_and_no_other()
    {
        var random = new Chance(11);
        SentPost[] posts =
        [
            .. Enumerable.Range(0, 300).Select(number =>
            {
                var (account, picture) = (number % 3, number % 2 == 0);
                var mean = (account + 1) * 4 * (picture ? 2 : 1);
                return Post($"{number}", $"account-{account}", days: 10 + (number / 2), Poisson(random, mean)) with { Form = picture ? "picture" : "text", Channel = "mastodon" };
            }),
        ];

        var worked = PostMeasure.Of(posts, Now, "Europe/London").Worked;
        var forms = worked.Where(one => one.By == "form").ToArray();
        Assert.Equal(["picture", "text"], forms.Select(one => one.Value));
        Assert.InRange(forms[0].Ratio / forms[1].Ratio, 1.7, 2.3);
        Assert.True(forms[0].Low > forms[1].High);
        Assert.Equal(("channel", "mastodon", 300), (worked.Single(one => one.By == "channel").By, worked.Single(one => one.By == "channel").Value, worked.Single(one => one.By == "channel").Posts));
        Assert.InRange(worked.Single(one => one.By == "channel").Ratio, 0.999, 1.001);
    }

    [Fact]
    public void A_young_post_is_judged_by_what_its_age_lets_expect()
    {
        SentPost[] posts =
        [
            .. Enumerable.Range(0, 20).Select(number => Post($"old-{number}", "a", days: 20 + number, responses: 10)),
            new SentPost { Id = "young", Account = "a", At = Now.AddHours(-6), Responses = [.. Enumerable.Range(1, 5).Select(hour => Now.AddHours(hour - 6))] },
            new SentPost { Id = "new", Account = "a", At = Now.AddMinutes(-30), Responses = [Now.AddMinutes(-10)] },
        ];

        var report = PostMeasure.Of(posts, Now, "Europe/London");
        var young = report.Posts.Single(rate => rate.Post.Id == "young");
        Assert.InRange(young.Expected, 2, 8);
        Assert.InRange(young.Ratio, 0.7, 1.6);
        Assert.Equal(1, report.Unjudged);
    }

    [Fact]
    public void How_soon_responses_come_is_their_median_with_its_range()
    {
        var posts = Enumerable.Range(0, 10).Select(number => Post($"{number}", "a", days: 20 + number, responses: 11)).ToArray();
        var decay = Assert.Single(PostMeasure.Of(posts, Now, "Europe/London").Decay);

        Assert.Equal((TimeSpan.FromHours(6), 110), (decay.HalfLife, decay.Responses));
        Assert.InRange(decay.HalfLife, decay.Low, decay.High);
        Assert.Empty(PostMeasure.Of([posts[0]], Now, "Europe/London").Decay);
    }

    [Fact]
    public void Too_few_posts_or_no_response_at_all_are_not_judged()
    {
        SentPost[] few = [.. Enumerable.Range(0, 4).Select(number => Post($"{number}", "a", days: 20, responses: 3))];
        SentPost[] silent = [.. Enumerable.Range(0, 9).Select(number => Post($"s{number}", "b", days: 20, responses: 0))];
        var report = PostMeasure.Of([.. few, .. silent], Now, "Europe/London");

        Assert.Equal((0, 0, 13), (report.Posts.Count, report.Worked.Count, report.Unjudged));
    }

    [Fact]
    public void Nothing_changes_when_all_times_are_shifted_by_weeks() => Gen.Int[1, 40].Sample(weeks =>
    {
        var posts = ByChance(seed: 3, accounts: 2, each: 30, mean: 4);
        var shift = TimeSpan.FromDays(7 * weeks);
        var shifted = posts.Select(post => post with { At = post.At - shift, Responses = [.. post.Responses.Select(at => at - shift)] }).ToArray();

        Assert.Equal(
            PostMeasure.Of(posts, Now, "UTC").Posts.Select(rate => (rate.Post.Id, rate.Ratio, rate.Low)),
            PostMeasure.Of(shifted, Now - shift, "UTC").Posts.Select(rate => (rate.Post.Id, rate.Ratio, rate.Low)));
    }, iter: 20);

    [Fact]
    public void One_response_more_never_lowers_a_post() => Gen.Int[0, 39].Sample(which =>
    {
        var posts = ByChance(seed: 5, accounts: 1, each: 40, mean: 5);
        var more = posts.ToArray();
        more[which] = posts[which] with { Responses = [.. posts[which].Responses, posts[which].At.AddHours(2)] };

        Assert.True(Of(more, which).Low >= Of(posts, which).Low);
        Assert.True(Of(more, which).Ratio >= Of(posts, which).Ratio);
    }, iter: 40);

    private static PostRate Of(SentPost[] posts, int which) =>
        PostMeasure.Of(posts, Now, "Europe/London").Posts.Single(rate => rate.Post.Id == posts[which].Id);

    private static SentPost[] ByChance(int seed, int accounts, int each, double mean)
    {
        var random = new Chance((ulong)seed);
        return [.. Enumerable.Range(0, accounts * each).Select(number => Post($"{number:D4}", $"account-{number % accounts}", days: 10 + (number / 2), Poisson(random, mean)))];
    }

    /// <summary>A post whose responses come hour by hour.</summary>
    private static SentPost Post(string id, string account, int days, int responses) => new()
    {
        Id = id,
        Account = account,
        At = Now.AddDays(-days).AddHours(days % 12),
        Responses = [.. Enumerable.Range(1, responses).Select(hour => Now.AddDays(-days).AddHours((days % 12) + hour))],
    };

    private static int Poisson(Chance random, double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var product = random.Share(); product > left; product *= random.Share())
        {
            count++;
        }

        return count;
    }
}
