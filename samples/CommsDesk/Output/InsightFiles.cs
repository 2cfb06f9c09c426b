using System.Globalization;
using Comms.Core.Charts;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;

namespace CommsDesk.Output;

/// <summary>
/// Insights as files: each form, and as charts all together, whatever has a signal, and the units compared.
/// </summary>
internal static class InsightFiles
{
    private const string Charts = "charts";
    private const int LongestName = 60;

    private static readonly string[] Forms = ["html", "md", "csv", "json", "geojson"];

    public static async Task WriteAsync(InsightReport report, Places places, string path, CancellationToken cancel)
    {
        var folder = new OwnFolder(path, "insights", [Charts, .. Forms.Select(Name)]);
        foreach (var form in Forms)
        {
            await WriteAsync(report, places, form, folder.In(Name(form)), cancel);
        }

        var charts = Directory.CreateDirectory(folder.In(Charts)).FullName;
        foreach (var (at, (title, svg)) in Drawn(report).Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{at + 1:D3}-{Plain(title)}.svg");
            await File.WriteAllTextAsync(Path.Combine(charts, name), svg, cancel);
        }

        await Console.Error.WriteLineAsync($"comms: wrote {folder.Path}");
    }

    private static async Task WriteAsync(InsightReport report, Places places, string form, string path, CancellationToken cancel)
    {
        await using var file = File.Create(path);
        await InsightForms.WriteAsync(report, places, form, file, cancel);
    }

    private static string Name(string form) => "insights." + form;

    private static IEnumerable<(string Title, string Svg)> Drawn(InsightReport report)
    {
        foreach (var series in report.Series)
        {
            foreach (var chart in series.Charts.Where(chart => series.Unit is null || chart.Signals.Count > 0))
            {
                yield return (SvgChart.TitleOf(series, chart), SvgChart.OfControl(report, series, chart));
            }
        }

        foreach (var funnel in report.Funnels.Where(funnel => funnel.Plot.Units.Count > 1))
        {
            yield return ($"{InsightWords.Subject(funnel.Subject)} compared", SvgChart.OfFunnel(report, funnel));
        }
    }

    /// <summary>A title as a name that every file system takes.</summary>
    private static string Plain(string title)
    {
        var plain = string.Concat(title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        var words = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return words[..Math.Min(words.Length, LongestName)];
    }
}
