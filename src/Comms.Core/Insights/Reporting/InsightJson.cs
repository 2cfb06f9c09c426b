using System.Text.Encodings.Web;
using System.Text.Json;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;

namespace Comms.Core.Insights.Reporting;

/// <summary>
/// The report as JSON, version 1: <c>series</c> with their counts and their charts, <c>signals</c> with their messages, <c>funnels</c>. Null
/// stands for what is not known or too small to be shown. Thread-safe.
/// </summary>
public static class InsightJson
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int Version = 1;

    /// <summary>Writes the report, in UTF-8.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="report">What was found.</param>
    public static void Write(Stream output, InsightReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("by", JsonWords.Lower(report.Request.By));
        writer.WriteString("period", JsonWords.Lower(report.Request.Period));
        writer.WriteString("team", report.Request.Team);
        writer.WriteNumber("fewestShown", report.Request.FewestShown);
        writer.WriteNumber("periods", report.Spans.Count);
        writer.WriteBoolean("saysWhatIsUsual", report.SaysWhatIsUsual);
        writer.WriteNumber("themesLeftOut", report.ThemesLeftOut);
        writer.WriteNumber("unitsLeftOut", report.UnitsLeftOut);
        WriteAll(writer, "signals", report.Signals, WriteSignal);
        WriteAll(writer, "series", report.Series, (to, series) => WriteSeries(to, report, series));
        WriteAll(writer, "funnels", report.Funnels, WriteFunnel);
        writer.WriteEndObject();
    }

    private static void WriteSignal(Utf8JsonWriter writer, InsightSignal signal)
    {
        writer.WriteSubject(signal.Series.Unit, signal.Series.Subject);
        writer.WriteString("chart", JsonWords.Lower(signal.Chart.Kind));
        writer.WriteString("rule", JsonWords.Rule(signal.Signal.Rule));
        writer.WriteBoolean("rises", signal.Signal.Rises);
        WriteAll(writer, "periods", signal.Periods, (to, period) =>
        {
            to.WriteSpan(period.Span);
            to.WriteCount("count", period.Count);
            to.WriteStartArray("messages");
            foreach (var message in period.Messages)
            {
                to.WriteStringValue(message);
            }

            to.WriteEndArray();
        });
    }

    private static void WriteSeries(Utf8JsonWriter writer, InsightReport report, InsightSeries series)
    {
        writer.WriteSubject(series.Unit, series.Subject);
        WriteAll(writer, "periods", [.. report.Spans.Index()], (to, period) =>
        {
            to.WriteSpan(period.Item);
            to.WriteCount("count", series.Counts[period.Index]);
            to.WriteCount("of", series.Of[period.Index]);
        });
        WriteAll(writer, "charts", series.Charts, (to, chart) =>
        {
            to.WriteString("kind", JsonWords.Lower(chart.Kind));
            WriteAll(to, "points", [.. report.Spans.Zip(chart.Points)], WritePoint);
        });
    }

    private static void WritePoint(Utf8JsonWriter writer, (InsightSpan Span, ControlPoint Point) each)
    {
        var (span, point) = each;
        writer.WriteSpan(span);
        writer.WriteFigure("value", point.Value);
        writer.WriteFigure("centre", point.Centre);
        writer.WriteFigure("lower", point.Lower);
        writer.WriteFigure("upper", point.Upper);
        writer.WriteString("variation", JsonWords.Lower(point.Variation));
    }

    private static void WriteFunnel(Utf8JsonWriter writer, InsightFunnel funnel)
    {
        writer.WriteString("subject", JsonWords.Lower(funnel.Subject.Kind));
        writer.WriteString("name", funnel.Subject.Name);
        writer.WriteFigure("centre", funnel.Plot.Centre);
        writer.WriteFigure("spread", funnel.Plot.Spread);
        WriteAll(writer, "units", funnel.Plot.Units, (to, unit) =>
        {
            to.WriteString("unit", unit.Name);
            to.WriteUnit(unit);
        });
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
