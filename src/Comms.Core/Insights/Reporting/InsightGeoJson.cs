using System.Text.Json;
using Comms.Core.Insights.Reading;

namespace Comms.Core.Insights.Reporting;

/// <summary>
/// The units compared as a GeoJSON FeatureCollection (RFC 7946): a feature for each, with what was counted as its properties.
/// A unit whose place is not known has no geometry. Thread-safe.
/// </summary>
public static class InsightGeoJson
{
    /// <summary>Writes the features, in UTF-8.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="report">What was found.</param>
    /// <param name="places">Where the units lie.</param>
    public static void Write(Stream output, InsightReport report, Places places)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(places);
        using var writer = new Utf8JsonWriter(output, InsightJson.Options);
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        for (var at = 0; at < (report.Funnels is [var first, ..] ? first.Plot.Units.Count : 0); at++)
        {
            WriteFeature(writer, report, at, places);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter writer, InsightReport report, int at, Places places)
    {
        var name = report.Funnels[0].Plot.Units[at].Name;
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        if (places.Find(name) is { } geometry)
        {
            writer.WritePropertyName("geometry");
            geometry.WriteTo(writer);
        }
        else
        {
            writer.WriteNull("geometry");
        }

        writer.WriteStartObject("properties");
        writer.WriteString("name", name);
        foreach (var funnel in report.Funnels)
        {
            writer.WriteStartObject(InsightWords.Subject(funnel.Subject));
            writer.WriteUnit(funnel.Plot.Units[at]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
