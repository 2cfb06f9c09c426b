using System.Xml.Linq;
using Comms.Core.Charts;
using Comms.Core.Engagement;
using Comms.Core.Tests.Engagement;
using Xunit;

namespace Comms.Core.Tests.Charts;

public class ScoreChartTests
{
    [Fact]
    public void Scores_are_drawn_with_their_ranges_and_have_their_parts_among_the_figures()
    {
        var board = ScoreAudience.Part(Acts.Score([.. Acts.Weekly("@herald", 12, 6), .. Acts.Weekly("@gazette", 3, 0)]));
        var svg = SvgChart.OfScores(board);
        var rows = SvgFigures.Rows(svg);
        Assert.Equal(["Account", "Score", "Lower end", "Upper end", "quality", "regularity", "reciprocity", "amplification", "topicality", "reach"], rows[0]);
        Assert.Equal(["@herald", "@gazette"], rows.Skip(1).Select(row => row[0]));
        Assert.Contains("@herald has the highest score", svg, StringComparison.Ordinal);
        Assert.Contains(XDocument.Parse(svg).Descendants(SvgFigures.Svg + "g").First(group => group.Attribute("aria-hidden") is not null).Descendants(SvgFigures.Svg + "text"), text => text.Value == "@gazette");
        Assert.Equal(svg, SvgChart.OfScores(board));
    }

    [Fact]
    public void The_best_twenty_are_drawn_and_the_rest_is_told()
    {
        var board = ScoreAudience.Part(Acts.Score(Enumerable.Range(0, 30).SelectMany(at => Acts.Weekly($"@paper{at}", 2 + (at % 9), 1))));
        var svg = SvgChart.OfScores(board);
        Assert.Equal(21, SvgFigures.Rows(svg).Count);
        Assert.Contains("30 may be named, of whom the first 20 are drawn.", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_may_be_named_there_is_nothing_to_draw() =>
        Assert.Throws<ArgumentException>(() => SvgChart.OfScores(ScoreAudience.Part(Acts.Score(Acts.One("@sam", 5, kind: "public")))));
}
