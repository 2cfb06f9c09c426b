using Comms.Core.Charts;
using Comms.Core.Documents;
using Comms.Core.Exercises;

namespace CommsDesk.Output;

/// <summary>What an exercise leaves: its ledger, what happened and when on the wall, the report and its charts.</summary>
internal static class ExerciseFiles
{
    public const string Ledger = "exercise.db";

    private const string Transcript = "transcript.jsonl";
    private const string Wall = "wall.jsonl";
    private const string Messages = "messages.svg";
    private const string Rumours = "rumours.svg";

    private static readonly (string Name, DocumentFormat Format)[] Reports =
        [("report.html", DocumentFormat.Html), ("report.md", DocumentFormat.Markdown)];

    public static IReadOnlyList<string> Names { get; } =
        [Ledger, Ledger + "-wal", Ledger + "-shm", Transcript, Wall, Messages, Rumours, .. Reports.Select(report => report.Name)];

    /// <summary>Those that people read, as far as they are there.</summary>
    public static IEnumerable<string> Shown(OwnFolder folder) =>
        new[] { Transcript, Wall, Messages, Rumours, Ledger }.Concat(Reports.Select(report => report.Name)).Select(folder.In).Where(File.Exists);

    public static async Task WriteAsync(ExerciseResult result, Document report, OwnFolder folder, CancellationToken cancel)
    {
        Write(folder.In(Transcript), result.WriteTranscript);
        Write(folder.In(Wall), result.WriteWall);
        await File.WriteAllTextAsync(folder.In(Messages), SvgChart.OfMessages(result), cancel);
        if (result.Course.Rumours.Count > 0)
        {
            await File.WriteAllTextAsync(folder.In(Rumours), SvgChart.OfRumours(result), cancel);
        }

        foreach (var (name, format) in Reports)
        {
            await File.WriteAllBytesAsync(folder.In(name), DocumentRenderer.RenderUtf8(report, format), cancel);
        }
    }

    private static void Write(string path, Action<Stream> write)
    {
        using var stream = File.Create(path);
        write(stream);
    }
}
