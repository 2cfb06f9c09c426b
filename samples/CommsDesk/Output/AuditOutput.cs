using System.Globalization;
using System.Text.Json;
using Comms.Core.Governance;

namespace CommsDesk.Output;

/// <summary>Writes the audit out: one JSON object an entry, in order.</summary>
internal static class AuditOutput
{
    /// <returns>How many entries there are.</returns>
    public static async Task<long> WriteAsync(AuditTrail audit, JsonLines lines, CancellationToken cancel)
    {
        var count = 0L;
        await foreach (var entry in audit.ReadAsync(cancel))
        {
            Write(lines.Writer, entry);
            await lines.EndAsync(cancel);
            count++;
        }

        return count;
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", entry.At?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("actor", entry.Actor);
        json.WriteString("act", entry.Act);
        json.WriteString("subject", entry.Subject);
        json.WriteString("detail", entry.Detail);
        json.WriteString("hash", entry.Hash);
        json.WriteEndObject();
    }
}
