using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.Documents;

/// <summary>
/// JSON for people and programs: letters of all scripts stay readable, while <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and
/// quotation marks are escaped, so that it is safe inside a page too.
/// </summary>
internal static class ReadableJson
{
    public static DocumentJson Context { get; } = new(Readable(DocumentJson.Default.Options));

    public static JsonFeedContext Feeds { get; } = new(Readable(JsonFeedContext.Default.Options));

    public static JsonSerializerOptions Readable(JsonSerializerOptions options) => new(options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
    };
}
