using Comms.Core.Engagement.Planted;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Engagement.Planted;

public class Crowds
{
    private const int People = 2000;

    [Fact]
    public void Few_move_others_much_and_the_mean_is_one()
    {
        var crowd = new Crowd(People, 8, new Chance(1));
        double[] pulls = [.. Enumerable.Range(0, People).Select(crowd.Pull).OrderDescending()];
        Assert.InRange(pulls.Average(), 0.85, 1.05);
        Assert.True(pulls.Take(People / 10).Sum() > pulls.Sum() / 4, "A tenth of them has more than a quarter of it.");
        Assert.InRange(pulls[0], 5, Crowd.MostPull);
    }

    [Fact]
    public void Who_hears_somebody_is_heard_by_them_and_nobody_hears_themself()
    {
        var crowd = new Crowd(People, 8, new Chance(1));
        Assert.Equal(8, Enumerable.Range(0, People).Average(person => crowd.Hearers(person).Count), 0.1);
        Assert.All(Enumerable.Range(0, People), person => Assert.All(crowd.Hearers(person), other => Assert.True(other != person && crowd.Hearers(other).Contains(person))));
    }
}
