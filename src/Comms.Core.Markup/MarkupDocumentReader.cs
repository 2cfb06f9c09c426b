using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Markup;

/// <summary>
/// Reads a document tree from JSON as <see cref="DocumentReader"/> does, with two kinds of block more:
/// <c>{"type": "markdown", "source"}</c> and <c>{"type": "html", "source"}</c>, each read as hostile input into the blocks it
/// says. Safe for concurrent use.
/// </summary>
public static class MarkupDocumentReader
{
    /// <summary>Reads a document, or says why it cannot be read.</summary>
    /// <param name="json">UTF-8 JSON, with or without a byte-order mark: <c>{"title", "blocks": [{"type", …}]}</c>.</param>
    /// <returns>The tree, with what could not be read as it was meant among its remarks.</returns>
    public static DocumentReading Read(ReadOnlySpan<byte> json)
    {
        json = JsonText.WithoutMark(json);
        var sources = MarkupSources.Find(json);
        return sources.Count == 0 ? DocumentReader.Read(json)
            : DocumentReader.Read(MarkupSources.Without(json, sources)) switch
            {
                DocumentReading.Read read => Told(read.Document, sources),
                var other => other,
            };
    }

    private static DocumentReading.Read Told(Document document, IReadOnlyList<MarkupSource> sources)
    {
        var told = sources.ToDictionary(source => source.At, source => source.Read());
        var remarks = told.SelectMany(each => each.Value.Remarks.Select(remark => $"blocks[{each.Key}]: {remark}"));
        var blocks = document.Blocks.Index().SelectMany(each => told.TryGetValue(each.Index, out var reading) ? reading.Blocks : [each.Item]);
        return new DocumentReading.Read(document with { Blocks = [.. blocks] }) { Remarks = [.. remarks] };
    }
}
