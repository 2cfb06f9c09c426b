using Comms.Core.Exercises.Publics;
using Comms.Core.Exercises.Scenarios;
using Xunit;

namespace Comms.Core.Tests.Exercises;

public sealed class RumourSpreadTests
{
    private static readonly RumourFile Rumour = new("gone", "It has run out.", TimeSpan.FromHours(1), ["there is enough"])
    {
        Source = "page",
        Repeats = ["It has run out!"],
        Asks = ["Has it run out?"],
    };

    [Fact]
    public void The_same_seed_gives_the_same_words_at_the_same_times()
    {
        Assert.Equal(Said(Spread()), Said(Spread()));
        Assert.NotEmpty(Said(Spread()));
    }

    [Fact]
    public void How_often_it_is_looked_at_changes_nothing()
    {
        var often = Spread();
        var said = Enumerable.Range(0, 480).SelectMany(step => often.Advance(TimeSpan.FromMinutes(step * 6))).ToList();

        Assert.Equal(Said(Spread()), said.Select(message => (message.Offset, message.Id, message.Text)));
    }

    [Fact]
    public void A_correction_and_staff_who_pass_it_on_leave_fewer_who_believe_it()
    {
        var (left, corrected, amplified) = (Spread(), Spread(), Spread(amplifiers: 60));
        foreach (var spread in new[] { corrected, amplified })
        {
            spread.Advance(TimeSpan.FromHours(2));
            spread.Correct(TimeSpan.FromHours(2));
        }

        var end = TimeSpan.FromHours(48);
        Assert.All([left, corrected, amplified], spread => spread.Advance(end));
        Assert.True(corrected.Believing < left.Believing, "A correction helps.");
        Assert.True(amplified.Believing < corrected.Believing, "Staff who pass it on help more.");
        Assert.Equal(0, left.Knowing);
    }

    [Fact]
    public void Who_heard_it_from_somebody_who_posted_it_writes_below_that_post()
    {
        var said = Spread().Advance(TimeSpan.FromHours(48));
        var earlier = said.ToDictionary(message => message.Id, message => message.Offset);

        Assert.Contains(said, message => message.Below is not null);
        Assert.All(said.Where(message => message.Below is not null), message => Assert.True(earlier[message.Below!] < message.Offset));
    }

    private static RumourSpread Spread(int amplifiers = 0) =>
        new(Rumour, new PopulationFile(2000) { Followers = 400, Amplifiers = amplifiers }, SpreadRules.Shipped, seed: 7);

    private static List<(TimeSpan, string, string)> Said(RumourSpread spread) =>
        [.. spread.Advance(TimeSpan.FromHours(48)).Select(message => (message.Offset, message.Id, message.Text))];
}
