using Comms.Core.Channels;
using Comms.Core.Engagement;
using Comms.Core.Engagement.Live;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement.Live;

public class LiveScoresTests
{
    private const int MostHours = 40 * 7 * 24;

    private static readonly string[] Names = ["@a", "@b", "@c", "@d"];

    private static readonly DateTimeOffset Start = Acts.Now;

    private static readonly EngagementOptions Options = new() { Weeks = 5, HalfLifeWeeks = 3, Topicality = 0.1, Quality = 0.2, Topics = ["parking", "food"] };

    /// <summary>What can happen at an hour from the start; some of it late.</summary>
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, Names.Length - 1], Gen.Int[-1, Names.Length - 1], Gen.Int[0, 7], Gen.Int[0, 200], Gen.Bool,
        (what, who, towards, act, late, answered) => new Step(what, Names[who], towards < 0 ? null : Names[towards], (Act)act, late, answered));

    [Fact]
    public void At_every_moment_the_scores_are_those_of_scoring_all_acts_at_once() => AnyStep.Array[1, 80].Sample(steps =>
    {
        var live = new LiveScores(Start, Options);
        var all = new List<Interaction>();
        for (var at = 0; at < steps.Length; at++)
        {
            Take(steps[at], Start.AddHours((double)MostHours * at / 160), live, all);
        }

        Same(EngagementScorer.Score(all, live.AsOf, Options), live.Best(100));
    });

    [Fact]
    public void Each_account_is_found_as_it_stands_among_the_best() => AnyStep.Array[1, 40].Sample(steps =>
    {
        var live = new LiveScores(Start, Options);
        var all = new List<Interaction>();
        foreach (var step in steps)
        {
            Take(step, Start.AddHours(-100), live, all);
        }

        Assert.All(live.Best(100), score => Assert.Equal(score.Total, live.Find(score.Account)!.Total));
        Assert.Equal(live.Best(100).Take(2).Select(score => score.Account), live.Best(2).Select(score => score.Account));
        Assert.Null(live.Find("@nobody"));
    });

    [Fact]
    public void What_is_to_come_and_what_the_window_has_passed_is_not_taken_in()
    {
        var live = new LiveScores(Start, Options);
        Assert.False(live.Add(Acts.One("@a", -0.1)));
        Assert.False(live.Add(Acts.One("@a", 5 * 7 * 24)));
        Assert.True(live.Add(Acts.One("@a", 0)));
        Assert.True(live.Add(Acts.One("@a", (5 * 7 * 24) - 0.1)));
        Assert.Equal(2, live.Acts);
        live.MoveTo(Start.AddHours(1));
        Assert.Equal((1, Start.AddDays(7)), (live.Acts, live.AsOf));
        live.MoveTo(Start);
        Assert.Equal(Start.AddDays(7), live.AsOf);
    }

    [Fact]
    public void Whoever_is_removed_is_in_no_figure_and_may_come_again_as_a_stranger()
    {
        var live = new LiveScores(Start);
        live.Add(Acts.One("@blogger", 50));
        live.Add(Acts.One("@reader", 40, Act.Comment) with { Towards = "@blogger" });
        live.Refresh();
        Assert.True(live.Find("@blogger")!.Part("amplification").Value > 0);

        Assert.True(live.Remove("@blogger"));
        Assert.False(live.Remove("@blogger"));
        Assert.Equal(["@reader"], live.Best(10).Select(score => score.Account));
        Assert.Equal(1, live.Acts);

        live.Add(Acts.One("@blogger", 5));
        Assert.Equal(0, live.Find("@blogger")!.Part("amplification").Value);
        Assert.Equal(0, live.Best(10).Of("@blogger").Part("amplification").Value);
    }

    [Fact]
    public void An_answer_counts_once_and_only_for_an_act_that_waits()
    {
        var live = new LiveScores(Start);
        live.Add(Acts.One("@a", 50));
        Assert.False(live.Answer("@a", Start.AddHours(-49), after: null));
        Assert.True(live.Answer("@a", Start.AddHours(-50), TimeSpan.FromHours(3)));
        Assert.False(live.Answer("@a", Start.AddHours(-50), TimeSpan.FromHours(4)));
        Assert.False(live.Answer("@b", Start.AddHours(-50), after: null));
        Assert.Equal((new AnsweredTurns(1, 1), TimeSpan.FromHours(3)), (live.Find("@a")!.AnsweredByTeam, live.Find("@a")!.MedianAnswer));
    }

    [Fact]
    public void Whom_an_account_brings_is_as_of_the_last_count_and_a_newcomer_inherits_nothing()
    {
        var live = new LiveScores(Start, Options);
        live.Add(Acts.One("@old", (5 * 7 * 24) - 1));
        live.Add(Acts.One("@reader", (5 * 7 * 24) - 1, Act.Comment) with { Towards = "@old" });
        live.Refresh();
        live.MoveTo(Start.AddDays(7));
        Assert.Null(live.Find("@old"));
        live.Add(Acts.One("@new", -20));
        live.Add(Acts.One("@newer", -20));
        live.Add(Acts.One("@newest", -20));
        Assert.All(["@new", "@newer", "@newest"], name => Assert.Equal(0, live.Find(name)!.Part("amplification").Sample));
    }

    private static void Take(Step step, DateTimeOffset now, LiveScores live, List<Interaction> all)
    {
        live.MoveTo(now);
        var act = new Interaction
        {
            Account = step.Who,
            Act = step.Act,
            At = now.AddHours(-step.Late),
            Towards = step.Towards,
            Answered = step.Answered,
            AnsweredAfter = step.Answered ? TimeSpan.FromMinutes(step.Late) : null,
            Kind = step.Late % 3 == 0 ? "press" : "elected",
            AgreedToBeNamed = step.Late % 2 == 0,
            Topics = step.Late % 4 == 0 ? ["parking"] : [],
            Followers = step.Late * 10,
        };
        switch (step.What)
        {
            case 0:
                act = act with { ByTeam = true, Towards = null, Answered = false, AnsweredAfter = null };
                goto default;
            case 1 when all.FindIndex(one => one.Account == step.Who && !one.Answered && !one.ByTeam && now - one.At < TimeSpan.FromDays(25)) is >= 0 and var first:
                // Of several at one instant any may be the answered one: the test keeps to instants that stand alone.
                if (all.Count(one => one.Account == step.Who && one.At == all[first].At) == 1)
                {
                    Assert.True(live.Answer(step.Who, all[first].At, TimeSpan.FromMinutes(5)));
                    all[first] = all[first] with { Answered = true, AnsweredAfter = TimeSpan.FromMinutes(5) };
                }

                break;
            case 2 when step.Late < 20:
                live.Remove(step.Who);
                all.RemoveAll(one => one.Account == step.Who);
                for (var at = 0; at < all.Count; at++)
                {
                    all[at] = all[at].Towards == step.Who ? all[at] with { Towards = null } : all[at];
                }

                break;
            default:
                Assert.True(live.Add(act));
                all.Add(act);
                break;
        }
    }

    private static void Same(IReadOnlyList<AccountScore> expected, IReadOnlyList<AccountScore> actual)
    {
        Assert.Equal(expected.Select(score => score.Account).Order(StringComparer.Ordinal), actual.Select(score => score.Account).Order(StringComparer.Ordinal));
        foreach (var score in expected)
        {
            var found = actual.Of(score.Account);
            Assert.Equal(
                (score.Acts, score.Kind, score.AgreedToBeNamed, score.Followers, score.MedianAnswer, score.AnsweredByTeam, score.AnsweredByAccount),
                (found.Acts, found.Kind, found.AgreedToBeNamed, found.Followers, found.MedianAnswer, found.AnsweredByTeam, found.AnsweredByAccount));
            Assert.All(score.Parts.Zip(found.Parts), parts =>
            {
                Assert.Equal(parts.First.Value, parts.Second.Value, 1e-6);
                Assert.Equal((parts.First.Name, parts.First.Sample), (parts.Second.Name, parts.Second.Sample));
            });
            Assert.Equal(score.Total, found.Total, 1e-4);
        }
    }

    private sealed record Step(int What, string Who, string? Towards, Act Act, int Late, bool Answered);
}
