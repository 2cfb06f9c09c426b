using System.Text.Json;
using Comms.Core.Triage.Corrections;
using CommsDesk.Commands;

namespace CommsDesk.Output;

/// <summary>Shows corrections: one JSON object a line.</summary>
internal static class CorrectionOutput
{
    public static async Task ListAsync(CorrectionDesk corrections, CancellationToken cancel)
    {
        await using var lines = new JsonLines(Console.OpenStandardOutput());
        await foreach (var correction in corrections.ListAsync(cancel))
        {
            Write(lines.Writer, correction);
            await lines.EndAsync(cancel);
        }
    }

    /// <summary>Prints the number of what was kept, or why nothing was.</summary>
    public static async Task<int> TellAsync(CorrectionResult result, Phrases phrases)
    {
        switch (result)
        {
            case CorrectionResult.Kept { Correction: var correction }:
                await Console.Out.WriteLineAsync($"{correction.Number}");
                return ExitCode.Done;
            case CorrectionResult.Existing { Correction: var correction }:
                await Console.Out.WriteLineAsync($"{correction.Number}");
                return ExitCode.Done;
            case CorrectionResult.Switched { On: var on }:
                await Console.Out.WriteLineAsync(on ? phrases.Learning : phrases.NotLearning);
                return ExitCode.Done;
            case CorrectionResult.Refused { Reasons: var reasons }:
                await Console.Error.WriteLineAsync($"comms: {Phrases.Fill(phrases.Refused, string.Join("; ", reasons))}");
                return ExitCode.Nothing;
            default:
                throw new InvalidOperationException("A correction has no other outcome.");
        }
    }

    private static void Write(Utf8JsonWriter json, Correction correction)
    {
        json.WriteStartObject();
        json.WriteNumber("number", correction.Number);
        json.WriteString("message", correction.MessageId);
        json.WriteString(correction.Heading.ToString().ToLowerInvariant(), correction.Label);
        json.WriteBoolean("holds", correction.Holds);
        json.WriteString("was", correction.Was);
        json.WriteString("by", correction.By);
        json.WriteString("at", correction.At);
        json.WriteString("undoneBy", correction.UndoneBy);
        json.WriteEndObject();
    }
}
