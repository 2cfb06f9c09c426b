using Comms.Core.Engagement.Planted;
using Comms.Core.Engagement.Validation;
using Xunit;

namespace Comms.Core.Tests.Engagement.Planted;

public class PlantedCommunities
{
    private static readonly PlantedOptions Options = new() { Until = Acts.Now, People = 400 };

    [Fact]
    public void The_same_seed_grows_the_same_community_and_another_one_another()
    {
        Assert.Equal(PlantedCommunity.Grow(Options).Interactions, PlantedCommunity.Grow(Options).Interactions);
        Assert.NotEqual(PlantedCommunity.Grow(Options).Interactions, PlantedCommunity.Grow(Options with { Seed = 2 }).Interactions);
    }

    [Fact]
    public void Everything_lies_within_its_weeks()
    {
        var all = PlantedCommunity.Grow(Options with { Weeks = 3 }).Interactions;
        Assert.All(all, act => Assert.InRange(act.At, Acts.Now.AddDays(-21), Acts.Now));
        Assert.Equal(all.OrderBy(act => act.At), all);
    }

    [Fact]
    public void Who_is_said_to_move_others_does_move_them()
    {
        var grown = PlantedCommunity.Grow(Options with { Weeks = 104, Bots = 0, Rings = 0, Shown = 1 });
        var moved = grown.Interactions.Where(act => act.Towards is not null).ToLookup(act => act.Towards!, StringComparer.Ordinal);
        var agreement = RankMeasures.Spearman(
            [.. grown.Accounts.Select(account => account.Influence)],
            [.. grown.Accounts.Select(account => (double)moved[account.Name].Count())]);
        Assert.True(agreement > 0.6, $"{agreement:F2}");
    }

    [Fact]
    public void Bots_and_rings_act_most_and_move_nobody()
    {
        var grown = PlantedCommunity.Grow(Options);
        var acts = grown.Interactions.CountBy(act => act.Account, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var others = grown.Accounts.Where(account => account.Part != PlantedPart.Person).ToList();
        Assert.Equal(44, others.Count);
        Assert.All(others, account => Assert.Equal(0, account.Influence));
        Assert.True(others.Min(account => acts[account.Name]) > grown.Accounts.Where(account => account.Part == PlantedPart.Person).Average(account => acts.GetValueOrDefault(account.Name)));
    }

    [Fact]
    public void Rings_turn_to_their_own_alone()
    {
        var rings = PlantedCommunity.Grow(Options).Interactions.Where(act => act.Account.StartsWith("@ring", StringComparison.Ordinal) && act.Towards is not null);
        Assert.All(rings, act => Assert.Equal(Ring(act.Account), Ring(act.Towards!)));

        static int Ring(string name) => int.Parse(name[6..12], System.Globalization.CultureInfo.InvariantCulture) / 6;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_score_finds_who_moves_others_better_than_what_others_go_by(ulong seed)
    {
        var grown = PlantedCommunity.Grow(Options with { Seed = seed });
        var agreements = Rankings.Of(grown.Interactions, Acts.Now).ToDictionary(ranking => ranking.Key, ranking => Agreement(grown, ranking.Value));
        var shown = string.Join(", ", agreements.Select(one => $"{one.Key} {one.Value:F3}"));
        Assert.All(agreements.Where(one => one.Key != Rankings.Score && one.Key != Rankings.Amplification), other => Assert.True(agreements[Rankings.Score] > other.Value, shown));
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlantedCommunity.Grow(Options with { People = 9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlantedCommunity.Grow(Options with { Ties = 400 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlantedCommunity.Grow(Options with { Moved = 0.2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlantedCommunity.Grow(Options with { RingSize = 1 }));
    }

    private static double Agreement(PlantedCommunity grown, IReadOnlyDictionary<string, double> ranking)
    {
        PlantedAccount[] known = [.. grown.Accounts.Where(account => ranking.ContainsKey(account.Name))];
        return RankMeasures.Spearman([.. known.Select(account => ranking[account.Name])], [.. known.Select(account => account.Influence)]);
    }
}
