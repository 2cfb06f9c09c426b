using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Comms.Core.Governance;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms audit</c>: follows the chain and names the first broken link, or writes it all out.</summary>
internal static class AuditCommand
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var verify = new Command("verify", "Follow the chain of the audit; names its first broken link.");
        verify.SetAction(VerifyAsync);
        var export = new Command("export", "Every entry in order, one JSON line each; an erased one keeps its number and its hash.");
        export.SetAction(ExportAsync);
        return new Command("audit", "What was done, by whom and when.") { verify, export };
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancel)
    {
        var phrases = DeskOptions.Phrases(parsed);
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        var verdict = await desk.Engine.Audit.VerifyAsync(cancel);
        await Console.Out.WriteLineAsync(verdict.Intact
            ? Phrases.Fill(phrases.AuditIntact, verdict.Links, verdict.Erased, verdict.Head)
            : Phrases.Fill(phrases.AuditBroken, verdict.Broken!, verdict.Reason!));
        return verdict.Intact ? ExitCode.Done : ExitCode.SetAside;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await DeskOptions.OpenAsync(parsed, cancel);
        await using var lines = new JsonLines(Console.OpenStandardOutput(), Readable);
        await foreach (var entry in desk.Engine.Audit.ReadAsync(cancel))
        {
            Write(lines.Writer, entry);
            await lines.EndAsync(cancel);
        }

        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", entry.At?.ToString("o", CultureInfo.InvariantCulture));
        json.WriteString("actor", entry.Actor);
        json.WriteString("act", entry.Act);
        json.WriteString("subject", entry.Subject);
        json.WriteString("detail", entry.Detail);
        json.WriteString("hash", entry.Hash);
        json.WriteEndObject();
    }
}
