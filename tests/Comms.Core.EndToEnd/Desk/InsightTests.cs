using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class InsightTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Monday = new(2026, 8, 3);

    private readonly DeskProgram desk = new();

    /// <summary>Sixteen weeks at two wards; in the last, one of them hears much more of its car park.</summary>
    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """{ "sources": [ { "csv": "in.csv", "textColumn": "comment" } ] }""");
        desk.Write("in.csv", "id,comment,at,service,place\n" + string.Concat(Enumerable.Range(0, 16).SelectMany(week =>
            Enumerable.Range(0, 9 + (week % 3)).Select(at => Row(week, at, "The food on the ward was cold and horrible", "Ash Ward"))
                .Concat(Enumerable.Range(0, week == 15 ? 40 : 9 + (week % 2)).Select(at => Row(week, at, "The car park was full again and I missed my slot", "Beech Ward"))))));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_sudden_rise_is_a_signal_with_its_rule_its_dates_and_its_messages()
    {
        var page = (await desk.RunAsync("insights", "--by", "service", "--until", "2026-11-22", "--format", "text")).Ended(0);
        Assert.Matches("Beech Ward; About: messages; Signal: above the upper limit; When: 16 to 22 November 2026; Messages: 40", page.Output);

        using var data = JsonDocument.Parse((await desk.RunAsync("insights", "--by", "service", "--until", "2026-11-22", "--format", "json")).Ended(0).Output);
        var signal = data.RootElement.GetProperty("signals").EnumerateArray().First(each => each.GetProperty("unit").GetString() == "Beech Ward");
        Assert.Equal("2026-11-22", signal.GetProperty("periods")[0].GetProperty("last").GetString());
        Assert.Equal(20, signal.GetProperty("periods")[0].GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task Every_form_and_the_charts_are_written_into_a_folder()
    {
        desk.Write("map.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Northbridge"},"geometry":{"type":"Point","coordinates":[-1.5,52.25]}},{"type":"Feature"}]}""");
        var result = (await desk.RunAsync("insights", "--by", "place", "--until", "2026-11-22", "--places", "map.geojson", "--out", "out")).Ended(1);
        Assert.Contains("map.geojson: features[1]: it has no property \"name\"", result.Errors, StringComparison.Ordinal);
        Assert.StartsWith("unit,subject,name,chart,first,last,count", await ReadAsync("out/insights.csv"), StringComparison.Ordinal);
        Assert.Contains("52.25", await ReadAsync("out/insights.geojson"), StringComparison.Ordinal);
        Assert.Contains("<h1", await ReadAsync("out/insights.html"), StringComparison.Ordinal);
        var charts = Directory.GetFiles(desk.In("out/charts"), "*.svg");
        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.Equal("svg", XDocument.Load(chart).Root!.Name.LocalName));
        (await desk.RunAsync("insights", "--until", "2026-11-22", "--out", "out")).Ended(0);
    }

    [Fact]
    public async Task What_became_of_a_busy_start_and_which_door_people_find_is_measured()
    {
        desk.Write("comms.json", """{ "sources": [ { "csv": "page.csv", "textColumn": "comment" }, { "csv": "pals.csv", "textColumn": "comment" } ] }""");
        desk.Write("page.csv", "id,comment,at\n" + Complaints("page", [40, 36, 30, 24, 12, 10, 9, 8]));
        desk.Write("pals.csv", "id,comment,at\n" + Complaints("pals", [6, 7, 6, 8, 9, 9, 12, 14]));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var page = (await desk.RunAsync("insights", "opening", "--source", "page.csv", "--door", "pals.csv", "--opened", "2026-08-03", "--until", "2026-09-27", "--format", "text")).Ended(0).Output;
        Assert.Contains("Yes: 32.5 complaints a week in the first 4 weeks, 9.8 in the latest 4", page, StringComparison.Ordinal);
        Assert.Contains("More than at first: first 17.2%, lately 53.0% of all complaints came by pals.csv.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_and_what_a_survey_names_and_messages_do_not_is_named()
    {
        desk.Write("comms.json", """{ "sources": [ { "csv": "fft.csv", "textColumn": "comment" }, { "jsonl": "page.jsonl" } ] }""");
        desk.Write("fft.csv", "id,comment,at,act,groups\n" + string.Concat(Enumerable.Range(0, 60).Select(at =>
            $"s{at},The food was cold and horrible,2026-11-10T10:00:00Z,answer,over 75{(at % 2 == 0 ? "; carer" : "")}\n")));
        desk.Write("page.jsonl", string.Concat(Enumerable.Range(0, 60).Select(at =>
            $$"""{"id":"p{{at}}","text":"The food was cold and horrible","at":"2026-11-10T10:00:00Z","groups":["over 75"]}""" + "\n")));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        var page = (await desk.RunAsync("insights", "unheard", "--until", "2026-11-22", "--format", "text")).Ended(0).Output;
        Assert.Matches("carer; Kind: group; Survey: 30 of 60 \\(50.0%\\); Messages: 0 of 60", page);
        Assert.DoesNotContain("over 75;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_count_is_told_only_to_who_asks_for_it()
    {
        string[] weekly = ["insights", "--per", "day", "--periods", "60", "--until", "2026-11-16", "--format", "csv"];
        var hidden = (await desk.RunAsync(weekly)).Ended(0).Output;
        var shown = (await desk.RunAsync([.. weekly, "--show-small"])).Ended(0).Output;
        Assert.True(Small(shown) > 0);
        Assert.Equal(0, Small(hidden));
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(desk.In(name), TestContext.Current.CancellationToken);

    private static string Complaints(string name, int[] weeks) => string.Concat(weeks.SelectMany((count, week) => Enumerable.Range(0, count).Select(at =>
        FormattableString.Invariant($"{name}{week}-{at},I want to make a complaint about the phones of ward {at},{Monday.AddDays((7 * week) + (at % 7)):yyyy-MM-dd}T10:00:00Z\n"))));

    private static string Row(int week, int at, string text, string service)
    {
        var day = Monday.AddDays((7 * week) + (at % 7));
        return FormattableString.Invariant($"{service[0]}{week}-{at},{text},{day:yyyy-MM-dd}T1{at % 10}:00:00Z,{service},{(at % 2 == 0 ? "Northbridge" : "Southmere")}\n");
    }

    private static int Small(string csv) => csv.Split('\n').Skip(1).Select(line => line.Split(',')).Count(cells => cells.Length > 6 && cells[6] is ("1" or "2" or "3" or "4"));
}
