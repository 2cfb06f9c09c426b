using System.Text.Json;
using Comms.Core.Text;

namespace Comms.Core.Documents;

/// <summary>Reads a document tree from JSON. Text inside it is data, however hostile. Safe for concurrent use.</summary>
public static class DocumentReader
{
    /// <summary>Reads a document, or says why it cannot be read.</summary>
    /// <param name="json">UTF-8 JSON, with or without a byte-order mark: <c>{"title", "blocks": [{"type", …}]}</c>.</param>
    public static DocumentReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(JsonText.WithoutMark(json), ReadableJson.Context.Document) is not { } document
                ? new DocumentReading.Unreadable("The document is null.")
                : Checked(document);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            // The parser has no quiet form; these two are how it says that the input is not a document.
            return new DocumentReading.Unreadable(fault.Message);
        }
    }

    // Nullable annotations are checked by the parser for members, but not for what lists hold.
    internal static DocumentReading Checked(Document document) => HasHoles(document)
        ? new DocumentReading.Unreadable("A list in the document holds null.")
        : new DocumentReading.Read(document);

    private static bool HasHoles(Document document) => document.Blocks.Any(block => block is null || block switch
    {
        MessageCard card => card.Marks.Contains(null) || card.Others.Contains(null),
        ListBlock list => list.Items.Contains(null),
        Table table => table.Columns.Contains(null) || table.Rows.Any(row => row is null || row.Contains(null)),
        FigureRow row => row.Figures.Contains(null),
        ShareBar bar => bar.Shares.Contains(null),
        _ => false,
    });
}
