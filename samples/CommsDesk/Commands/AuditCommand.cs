using System.CommandLine;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary><c>comms audit</c>: follows the chain and names the first broken link, or writes it all out.</summary>
internal static class AuditCommand
{
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
        await using var lines = new JsonLines(Console.OpenStandardOutput());
        await AuditOutput.WriteAsync(desk.Engine.Audit, lines, cancel);
        return ExitCode.Done;
    }
}
