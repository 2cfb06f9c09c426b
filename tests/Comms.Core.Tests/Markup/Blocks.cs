using System.Text.Json;
using System.Text.Json.Nodes;
using Comms.Core.Documents;
using Comms.Core.Markup;
using Xunit;

namespace Comms.Core.Tests.Markup;

/// <summary>Blocks as a test reads them.</summary>
internal static class Blocks
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Document Page(MarkupReading reading) => new() { Title = "T", Blocks = reading.Blocks };

    /// <summary>One line of JSON, without the members that say what is the rule.</summary>
    public static string AsJson(MarkupReading reading)
    {
        Assert.Empty(reading.Remarks);
        var page = JsonNode.Parse(DocumentRenderer.Render(Page(reading), DocumentFormat.Json))!;
        return string.Join(' ', page["blocks"]!.AsArray().Select(block => Brief(block!.ToJsonString(Plain))));
    }

    private static string Brief(string json)
    {
        foreach (var rule in (string[])[",\"ordered\":false", ",\"numeric\":false", ",\"strong\":false"])
        {
            json = json.Replace(rule, "", StringComparison.Ordinal);
        }

        return json;
    }
}
