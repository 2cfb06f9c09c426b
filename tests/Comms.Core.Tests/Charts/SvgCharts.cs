using System.Globalization;
using System.Xml.Linq;
using Comms.Core.Charts;
using Comms.Core.Insights.Reading;
using Comms.Core.Tests.Insights;
using Comms.Core.Tests.Insights.Reporting;
using Xunit;

namespace Comms.Core.Tests.Charts;

public class SvgCharts
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task A_screen_reader_gets_a_title_a_description_and_the_figures_as_a_table()
    {
        var (report, series) = await RiseAsync();
        var root = XDocument.Parse(SvgChart.OfControl(report, series, series.Charts[0])).Root!;
        Assert.Equal(root.Element(Svg + "title")!.Attribute("id")!.Value, root.Attribute("aria-labelledby")!.Value);
        Assert.Equal(root.Element(Svg + "desc")!.Attribute("id")!.Value, root.Attribute("aria-describedby")!.Value);
        Assert.Equal("all: messages", root.Element(Svg + "title")!.Value);
        Assert.Contains("above the upper limit, 16 to 22 November 2026", root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal("true", Assert.Single(root.Elements(Svg + "g"), group => group.Attribute("role") is null).Attribute("aria-hidden")!.Value);
        var rows = root.Elements(Svg + "g").Single(group => group.Attribute("role")?.Value == "table").Elements().ToList();
        Assert.Equal(1 + report.Spans.Count, rows.Count);
        Assert.All(rows[0].Elements(), cell => Assert.Equal("columnheader", cell.Attribute("role")!.Value));
        Assert.Equal(["16 to 22 November 2026", "40"], rows[^1].Elements().Take(2).Select(cell => cell.Value));
        Assert.Equal("higher than usual", rows[^1].Elements().Last().Value);
    }

    [Fact]
    public async Task High_low_and_usual_differ_in_shape_and_limits_in_dashes_not_in_colour_alone()
    {
        var counts = Enumerable.Range(0, 30).Select(at => at == 5 ? 60 : at == 15 ? 1 : 20 + (at % 3)).ToArray();
        var report = await Told.ReadAsync(Told.Weekly with { Periods = 30 }, Told.Weeks("p", counts, (id, day) => Told.Message(id, day)));
        var drawing = Drawing(SvgChart.OfControl(report, report.Series[0], report.Series[0].Charts[0]));
        var triangles = drawing.Descendants(Svg + "polygon").Select(polygon => polygon.Attribute("points")!.Value.Split(' ')
            .Select(point => double.Parse(point.Split(',')[1], CultureInfo.InvariantCulture)).Order().ToArray()).ToList();
        Assert.Contains(triangles, heights => heights[1] - heights[0] > heights[2] - heights[1]);
        Assert.Contains(triangles, heights => heights[1] - heights[0] < heights[2] - heights[1]);
        Assert.NotEmpty(drawing.Descendants(Svg + "ellipse"));
        Assert.Contains(drawing.Descendants(Svg + "polyline"), line => line.Attribute("style")!.Value.Contains("stroke-dasharray", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_small_to_be_shown_is_not_drawn()
    {
        int[] steady = [8, 10, 9, 11, 8, 10, 9, 11, 8, 10, 9, 11, 8, 10, 9, 3];
        var report = await Told.ReadAsync(Told.Weekly with { FewestShown = 5 }, Told.Weeks("p", steady, (id, day) => Told.Message(id, day)));
        var series = report.Series[0];
        Assert.Null(series.Counts[^1]);
        var shown = series.Counts.Count(count => count is not null);
        var drawing = Drawing(SvgChart.OfControl(report, series, series.Charts[0]));
        const int InTheLegend = 1;
        Assert.Equal(shown, drawing.Descendants(Svg + "ellipse").Count() - InTheLegend);
    }

    [Fact]
    public async Task A_funnel_names_the_units_that_differ()
    {
        var report = await Told.ReadAsync(Told.Weekly with { By = InsightCut.Service }, Enumerable.Range(0, 4).SelectMany(service => Enumerable.Range(0, 100).Select(at =>
            Told.Message($"{service}-{at}", Told.Sunday.AddDays(-6), feeling: at < (service == 3 ? 80 : 30) ? "negative" : "neutral", service: $"Ward {service}"))));
        var root = XDocument.Parse(SvgChart.OfFunnel(report, report.Funnels[0])).Root!;
        Assert.Contains("Ward 3 is far above what is expected", root.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains(root.Descendants(Svg + "text"), text => text.Value == "Ward 3" && text.Attribute("role") is null);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        const string Hostile = "</text><script>alert(1)</script>\u0001\ud800\u202e\" onload=\"x";
        var report = await Told.ReadAsync(
            Told.Weekly with { By = InsightCut.Service },
            Told.Weeks("p", [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 90], (id, day) => Told.Message(id, day, "Food", feeling: "negative", service: Hostile))
                .Concat(Told.Weeks("q", [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 90], (id, day) => Told.Message(id, day, "Parking", service: "Ash"))));
        var drawn = report.Series.SelectMany(series => series.Charts.Select(chart => SvgChart.OfControl(report, series, chart)))
            .Concat(report.Funnels.Select(funnel => SvgChart.OfFunnel(report, funnel)));
        foreach (var root in drawn.Select(svg => XDocument.Parse(svg).Root!))
        {
            Assert.Empty(root.Descendants(Svg + "script"));
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        }
    }

    [Fact]
    public async Task Two_charts_in_one_page_share_no_name()
    {
        var (report, series) = await RiseAsync();
        var names = report.Series.SelectMany(each => each.Charts.Select(chart => SvgChart.OfControl(report, each, chart)))
            .SelectMany(svg => XDocument.Parse(svg).Descendants().Attributes("id")).Select(id => id.Value).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(SvgChart.OfControl(report, series, series.Charts[0]), SvgChart.OfControl(report, series, series.Charts[0]));
    }

    [Fact]
    public async Task Another_culture_changes_no_byte()
    {
        var (report, series) = await RiseAsync();
        Assert.Equal(SvgChart.OfControl(report, series, series.Charts[0]), Abroad.Run(() => SvgChart.OfControl(report, series, series.Charts[0])));
    }

    [Theory]
    [InlineData(319, 400)]
    [InlineData(800, 4001)]
    public async Task A_size_that_nobody_can_read_is_refused(int width, int height)
    {
        var (report, series) = await RiseAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => SvgChart.OfControl(report, series, series.Charts[0], new ChartOptions { Width = width, Height = height }));
    }

    private static async Task<(InsightReport Report, InsightSeries Series)> RiseAsync()
    {
        var report = await InsightForms.RiseAsync();
        return (report, report.Series[0]);
    }

    private static XElement Drawing(string svg) => XDocument.Parse(svg).Root!.Elements(Svg + "g").Single(group => group.Attribute("aria-hidden") is not null);
}
