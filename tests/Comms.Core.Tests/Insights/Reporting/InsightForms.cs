using System.Text;
using System.Text.Json;
using Comms.Core.Documents;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;
using Xunit;

namespace Comms.Core.Tests.Insights.Reporting;

public class InsightForms
{
    private static readonly int[] Steady = [8, 10, 9, 11, 8, 10, 9, 11, 8, 10, 9, 11, 8, 10, 9, 11];

    [Fact]
    public async Task The_page_tells_new_signals_first_then_the_usual_then_each_against_all()
    {
        var text = DocumentRenderer.Render(InsightPage.ToDocument(await RiseAsync()), DocumentFormat.PlainText);
        string[] order = ["New signals", "above the upper limit", "from 16 November 2026: messages p-16-0, p-16-1", "Earlier signals", "None.", "The last week against the usual", "higher than usual", "Each service against all"];
        Assert.Equal(order.Select(part => text.IndexOf(part, StringComparison.Ordinal)).Order(), order.Select(part => text.IndexOf(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(-1, order.Select(part => text.IndexOf(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Too_few_periods_are_said_in_words()
    {
        var report = await Told.ReadAsync(Told.Weekly, Told.Weeks("p", [9, 9, 9], (id, day) => Told.Message(id, day)));
        var text = DocumentRenderer.Render(InsightPage.ToDocument(report), DocumentFormat.PlainText);
        Assert.Contains("Only 3 weeks are known. It takes 12", text, StringComparison.Ordinal);
        Assert.DoesNotContain("New signals", text, StringComparison.Ordinal);
        var silent = DocumentRenderer.Render(InsightPage.ToDocument(await Told.ReadAsync(Told.Weekly)), DocumentFormat.PlainText);
        Assert.Contains("No message came", silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_holds_each_point_each_signal_and_its_messages()
    {
        using var json = JsonDocument.Parse(Bytes((to, report) => InsightJson.Write(to, report), await RiseAsync()));
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(17, json.RootElement.GetProperty("series")[0].GetProperty("charts")[0].GetProperty("points").GetArrayLength());
        var signal = json.RootElement.GetProperty("signals").EnumerateArray().First(each => each.GetProperty("rule").GetString() == "outside-limits");
        Assert.Equal("2026-11-16", signal.GetProperty("periods")[0].GetProperty("first").GetString());
        Assert.Equal(20, signal.GetProperty("periods")[0].GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task The_table_has_a_row_for_each_point_and_names_its_rules()
    {
        var report = await RiseAsync();
        var rows = InsightTable.Rows(report).ToList();
        Assert.Equal(17 * report.Series.Sum(series => Math.Max(1, series.Charts.Count)), rows.Count);
        Assert.All(rows, row => Assert.Equal(InsightTable.Columns.Count, row.Count));
        Assert.Equal(["all", "messages", "messages", "xmr", "2026-11-16", "2026-11-22", "40", "40", "40"], rows[16].Take(9));
        Assert.Equal(["high", "outside-limits"], rows[16].TakeLast(2));
    }

    [Fact]
    public async Task What_is_hidden_is_null_in_every_form()
    {
        var messages = Told.Weeks("p", [.. Steady, 3], (id, day) => Told.Message(id, day, service: "Ash Ward"))
            .Concat(Told.Weeks("q", [.. Steady, 20], (id, day) => Told.Message(id, day, service: "Beech Ward")));
        var report = await Told.ReadAsync(Told.Weekly with { By = InsightCut.Service, FewestShown = 5 }, messages);
        Assert.DoesNotContain(InsightTable.Rows(report), row => row[6] == "3" || (row[3] == "xmr" && row[8] == "3"));
        Assert.DoesNotContain("\"p-16-", Encoding.UTF8.GetString(Bytes((to, each) => InsightJson.Write(to, each), report)), StringComparison.Ordinal);
        Assert.Contains("Counts from 1 to 4 are not shown", DocumentRenderer.Render(InsightPage.ToDocument(report), DocumentFormat.PlainText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_puts_what_was_counted_where_the_users_file_says()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"ash ward"},"geometry":{"type":"Point","coordinates":[-1.5,52.25]}},
              {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0,0]}},
              {"type":"Feature","properties":{"name":"Beech Ward"},"geometry":null}]}
            """));
        var places = Places.Read(file);
        Assert.Equal(["features[1]: it has no property \"name\"", "features[2]: Beech Ward has no geometry"], places.Faults);
        using var map = JsonDocument.Parse(Bytes((to, report) => InsightGeoJson.Write(to, report, places), await RiseAsync()));
        var features = map.RootElement.GetProperty("features").EnumerateArray().ToDictionary(feature => feature.GetProperty("properties").GetProperty("name").GetString()!);
        Assert.Equal("FeatureCollection", map.RootElement.GetProperty("type").GetString());
        Assert.Equal(52.25, features["Ash Ward"].GetProperty("geometry").GetProperty("coordinates")[1].GetDouble());
        Assert.Equal(JsonValueKind.Null, features["Beech Ward"].GetProperty("geometry").ValueKind);
        Assert.Equal(172, features["Ash Ward"].GetProperty("properties").GetProperty("Parking").GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("{", "line 1: it is no JSON")]
    [InlineData("[]", "it is no GeoJSON FeatureCollection")]
    [InlineData("""{"type":"Feature"}""", "it is no GeoJSON FeatureCollection")]
    public void A_file_that_is_no_map_is_refused_with_its_reason(string text, string reason)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(reason, Assert.Throws<FormatException>(() => Places.Read(file)).Message);
    }

    [Fact]
    public async Task Another_culture_changes_no_byte()
    {
        var report = await RiseAsync();
        Assert.Equal(All(report), Abroad.Run(() => All(report)));

        static string[] All(InsightReport report) =>
            [Page(report), Encoding.UTF8.GetString(Bytes((to, each) => InsightJson.Write(to, each), report)), .. InsightTable.Rows(report).SelectMany(row => row)];
    }

    /// <summary>Two services; one's messages rise in the last week.</summary>
    internal static Task<InsightReport> RiseAsync() => Told.ReadAsync(
        Told.Weekly with { By = InsightCut.Service },
        Told.Weeks("p", [.. Steady, 20], (id, day) => Told.Message(id, day, service: "Ash Ward"))
            .Concat(Told.Weeks("q", [.. Steady, 20], (id, day) => Told.Message(id, day, "Food", service: "Beech Ward", feeling: "negative"))));

    private static string Page(InsightReport report) => DocumentRenderer.Render(InsightPage.ToDocument(report), DocumentFormat.Html);

    private static byte[] Bytes(Action<Stream, InsightReport> write, InsightReport report)
    {
        using var stream = new MemoryStream();
        write(stream, report);
        return stream.ToArray();
    }
}
