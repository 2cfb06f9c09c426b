using Comms.Core.Documents;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;
using CommsDesk.Commands;

namespace CommsDesk.Output;

/// <summary>The forms in which the desk writes insights: data as CSV, JSON or GeoJSON, else a document.</summary>
internal static class InsightForms
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string GeoJson = "geojson";

    /// <summary>Those beside the forms of any document.</summary>
    public static IReadOnlyList<string> Names { get; } = [Csv, GeoJson];

    public static async Task WriteAsync(InsightReport report, Places places, string form, Stream output, CancellationToken cancel)
    {
        switch (form)
        {
            case Csv:
                await SafeCsv.WriteAsync(output, InsightTable.Columns, InsightTable.Rows(report), cancel);
                break;
            case Json:
                InsightJson.Write(output, report);
                break;
            case GeoJson:
                InsightGeoJson.Write(output, report, places);
                break;
            default:
                await output.WriteAsync(DocumentRenderer.RenderUtf8(InsightPage.ToDocument(report), DocumentFormats.Of(form)), cancel);
                break;
        }
    }
}
