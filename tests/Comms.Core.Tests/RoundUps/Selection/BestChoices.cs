using Comms.Core.RoundUps.Selection;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Selection;

public class BestChoices
{
    private static readonly string[] Topics = ["Parking", "Staff", "Food", "Waiting"];

    private static readonly Gen<Candidate> Some = Gen.Select(
        Gen.Int[0, 60], Gen.Int[0, 40], Gen.Int[0, 15], (worth, words, topics) => new Candidate(worth / 4d, words, [.. Topics.Where((_, at) => (topics >> at & 1) == 1)]));

    [Fact]
    public void Additive_worth_is_as_brute_force_finds_it() =>
        Some.Array[0, 14].Select(Gen.Int[0, 200]).Sample((candidates, words) => IsBest(candidates, words, coverage: false), iter: 400);

    [Fact]
    public void Coverage_is_as_brute_force_finds_it() =>
        Some.Array[0, 14].Select(Gen.Int[0, 200]).Sample((candidates, words) => IsBest(candidates, words, coverage: true), iter: 400);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Twenty_candidates_are_as_brute_force_finds_them(bool coverage) =>
        Some.Array[20].Select(Gen.Int[60, 300]).Sample((candidates, words) => IsBest(candidates, words, coverage), iter: 4);

    [Fact]
    public void Where_the_effort_is_spent_the_bound_still_holds()
    {
        Some.Array[14].Select(Gen.Int[50, 200]).Sample(
            (candidates, words) =>
            {
                var hasty = BestChoice.Of(candidates, words, new BestChoiceOptions { Coverage = true, Effort = 1 });
                var best = BruteForce(candidates, words, coverage: true);
                Assert.InRange(best, hasty.Worth - 1e-9, hasty.UpperBound + (1e-9 * best));
                Assert.InRange(hasty.Gap, 0, 1);
            },
            iter: 200);
    }

    [Fact]
    public void Of_a_great_many_the_choice_is_proven_within_a_hundredth()
    {
        Candidate[] candidates =
        [
            .. Enumerable.Range(0, 20_000).Select(at => new Candidate(
                1 + (at * 7919 % 97), 12 + (at * 104_729 % 67), [.. Enumerable.Range(0, 30).Where(topic => ((at + 1) * (topic + 3) * 31L) % 20 == 0).Select(topic => $"t{topic}")])),
        ];
        var choice = BestChoice.Of(candidates, 1000, new BestChoiceOptions { Coverage = true });
        Assert.InRange(choice.Words, 900, 1000);
        Assert.InRange(choice.Gap, 0, 0.01);
    }

    [Fact]
    public void Coverage_prefers_a_second_topic_to_more_of_the_first()
    {
        Candidate[] candidates = [new(10, 10, ["Parking"]), new(9, 10, ["Parking"]), new(6, 10, ["Staff"])];
        Assert.Equal([0, 1], BestChoice.Of(candidates, 20).Chosen);
        Assert.Equal([0, 2], BestChoice.Of(candidates, 20, new BestChoiceOptions { Coverage = true }).Chosen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_equals_the_earlier_is_taken(bool coverage) =>
        Assert.Equal([0], BestChoice.Of([new(1, 10, []), new(1, 10, [])], 10, new BestChoiceOptions { Coverage = coverage }).Chosen);

    [Fact]
    public void Nothing_fits_in_no_words_but_what_takes_none() =>
        Assert.Equal([1], BestChoice.Of([new(5, 1, []), new(1, 0, [])], 0).Chosen);

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(-1, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, -1)]
    public void Worth_and_words_must_be_numbers_from_0(double worth, int words) =>
        Assert.Throws<ArgumentException>(() => BestChoice.Of([new(worth, words, [])], 10));

    private static void IsBest(Candidate[] candidates, int words, bool coverage)
    {
        var choice = BestChoice.Of(candidates, words, new BestChoiceOptions { Coverage = coverage, Effort = 10_000_000 });
        Assert.Equal(BruteForce(candidates, words, coverage), choice.Worth, 1e-6);
        Assert.Equal(0, choice.Gap);
        Assert.Equal(Worth(choice.Chosen.Select(at => candidates[at]), coverage), choice.Worth, 1e-9);
        Assert.Equal(choice.Chosen.Sum(at => candidates[at].Words), choice.Words);
        Assert.True(choice.Words <= words);
        Assert.Equal(choice.Chosen.Distinct().Order(), choice.Chosen);
    }

    private static double BruteForce(Candidate[] candidates, int words, bool coverage)
    {
        var best = 0d;
        for (var set = 0; set < 1 << candidates.Length; set++)
        {
            var total = 0;
            for (var at = 0; at < candidates.Length; at++)
            {
                total += (set >> at & 1) * candidates[at].Words;
            }

            if (total <= words)
            {
                best = Math.Max(best, Worth(candidates.Where((_, at) => (set >> at & 1) == 1), coverage));
            }
        }

        return best;
    }

    private static double Worth(IEnumerable<Candidate> chosen, bool coverage) => !coverage
        ? chosen.Sum(candidate => candidate.Worth)
        : chosen.SelectMany((candidate, at) => candidate.Topics.DefaultIfEmpty($"own {at}").Select(topic => (topic, candidate.Worth)))
            .GroupBy(each => each.topic, each => each.Worth).Sum(topic => Math.Sqrt(topic.Sum()));
}
