using Comms.Core.Charts;
using Comms.Core.Tests.Exercises;
using Xunit;

namespace Comms.Core.Tests.Charts;

public sealed class ExerciseChartTests
{
    private const string Rumour = """
        "population": { "people": 300, "followers": 100 },
        "rumours": [ { "id": "fire", "claim": "It was a bomb.", "starts": "PT5M", "says": ["from a kitchen"] } ],
        "pauses": []
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_and_posts_are_drawn_hour_by_hour_with_their_figures()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);

        var rows = SvgFigures.Rows(SvgChart.OfMessages(result));

        Assert.Equal(["Hour from", "Messages", "Posts"], rows[0]);
        Assert.Equal(["Mon 7 Dec 07:00", "Mon 7 Dec 08:00", "Mon 7 Dec 19:00"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal(40, rows.Skip(1).Sum(row => int.Parse(row[1], provider: null)));
        Assert.Equal(["2", "0", "0"], rows.Skip(1).Select(row => row[2]));
    }

    [Fact]
    public async Task A_rumour_is_drawn_with_the_hour_of_its_correction()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(Scenarios.Morning.Replace("\"waves\"", Rumour + ", \"waves\"", StringComparison.Ordinal)), cancel: Cancel);

        var svg = SvgChart.OfRumours(result);

        var course = Assert.Single(result.Course.Rumours);
        Assert.Equal(0, course.CorrectedIn);
        Assert.True(course.Believing.Max() > 0, "Some believed it.");
        Assert.Equal(["Hour from", "It was a bomb."], SvgFigures.Rows(svg)[0]);
        Assert.Contains("corrected in the hour from Mon 7 Dec 07:00", svg, StringComparison.Ordinal);
        Assert.Equal(svg, SvgChart.OfRumours(result));
    }

    [Fact]
    public async Task Without_a_rumour_among_people_there_is_nothing_to_draw()
    {
        var result = await Scenarios.PlayAsync(Scenarios.Read(), cancel: Cancel);

        Assert.Throws<ArgumentException>(() => SvgChart.OfRumours(result));
    }
}
