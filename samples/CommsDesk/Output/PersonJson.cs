using Comms.Core.Governance.Persons;

namespace CommsDesk.Output;

/// <summary>Writes what is held of a person, and what an erasure did, one JSON object a line.</summary>
internal static class PersonJson
{
    public static async Task WriteAsync(JsonLines lines, ErasureReport report, CancellationToken cancel)
    {
        foreach (var erased in report.Erased)
        {
            lines.Writer.WriteStartObject();
            lines.Writer.WriteString("outcome", report.Done ? "erased" : "would be erased");
            lines.Writer.WriteString("kind", erased.Kind);
            lines.Writer.WriteString("id", erased.Id);
            lines.Writer.WriteEndObject();
            await lines.EndAsync(cancel);
        }

        foreach (var kept in report.Kept)
        {
            lines.Writer.WriteStartObject();
            lines.Writer.WriteString("outcome", report.Done ? "kept" : "would be kept");
            lines.Writer.WriteString("kind", kept.Kind);
            lines.Writer.WriteString("id", kept.Id);
            lines.Writer.WriteString("case", kept.Case);
            lines.Writer.WriteString("reason", kept.Reason);
            lines.Writer.WriteString("owner", kept.Owner);
            lines.Writer.WriteString("reviewOn", CaseJson.Day(kept.ReviewOn));
            lines.Writer.WriteEndObject();
            await lines.EndAsync(cancel);
        }
    }

    public static async Task WriteAsync(JsonLines lines, IReadOnlyList<HeldItem> items, bool withoutWords, CancellationToken cancel)
    {
        foreach (var item in items)
        {
            lines.Writer.WriteStartObject();
            lines.Writer.WriteString("kind", item.Kind);
            lines.Writer.WriteString("id", item.Id);
            if (item.At is { } at)
            {
                lines.Writer.WriteString("at", at);
            }

            if (!withoutWords)
            {
                WriteWords(lines, item);
            }

            lines.Writer.WriteEndObject();
            await lines.EndAsync(cancel);
        }
    }

    private static void WriteWords(JsonLines lines, HeldItem item)
    {
        if (item.Text is { } text)
        {
            lines.Writer.WriteString("text", text);
        }

        foreach (var (name, value) in item.Details)
        {
            lines.Writer.WriteString(name, value);
        }
    }
}
