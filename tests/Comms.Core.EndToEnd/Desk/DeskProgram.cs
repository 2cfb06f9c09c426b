using System.Diagnostics;
using System.Text;
using Comms.Core.EndToEnd.Processes;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>The desk as its users start it: the built program, in a folder of its own, with a pipe in and two out.</summary>
internal sealed class DeskProgram : IDisposable
{
    private static readonly string Assembly = BuiltProgram.OfSample("CommsDesk", "comms.dll");
    private readonly TemporaryFolder folder = new();

    /// <summary>Variables of the environment beside those of the test.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string In(string name) => folder.In(name);

    public string Write(string name, string content)
    {
        var path = folder.In(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return name;
    }

    /// <summary>Imports and approves posts, one JSON object a row.</summary>
    public async Task ImportAsync(params IEnumerable<string> rows)
    {
        Write("posts.jsonl", string.Join('\n', rows));
        (await RunAsync("import", "posts.jsonl", "--as", "writer", "--approve-as", "approver")).Ended(0);
    }

    public Task<DeskResult> RunAsync(params string[] arguments) => PipeAsync("", arguments);

    public Task<DeskResult> PipeAsync(string input, params string[] arguments) => WatchAsync(Start(arguments), input, arguments);

    /// <summary>Runs the desk within another program, as one that takes something away from it.</summary>
    public Task<DeskResult> RunWithinAsync(string[] within, params string[] arguments) =>
        WatchAsync(Start(within[0], [.. within.Skip(1), "dotnet", Assembly, .. arguments]), "", arguments);

    private static async Task<DeskResult> WatchAsync(Process started, string input, string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = started;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await FeedAsync(process, input, cancel);
            await process.WaitForExitAsync(cancel);
            return new DeskResult(string.Join(' ', arguments), process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs the desk until something is so, and kills it.</summary>
    public async Task KillRunOnceAsync(Func<bool> isSo, string otherwise)
    {
        using var run = Start("run");
        await Eventually.HoldsAsync(isSo, otherwise);
        run.Kill(entireProcessTree: true);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Starts the desk and leaves it running.</summary>
    public Process Start(params string[] arguments) => Start("dotnet", [Assembly, .. arguments]);

    /// <summary>
    /// Starts the desk as a terminal does, listening to Ctrl-C: tests that run in the background inherit that it is
    /// ignored, and a program that was told to ignore it rightly does.
    /// </summary>
    public Process StartOnTerminal(params string[] arguments) => OperatingSystem.IsLinux()
        ? Start("env", ["--default-signal=INT", "dotnet", Assembly, .. arguments])
        : Start(arguments);

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A desk that refuses its arguments ends without reading, and breaks the pipe.</summary>
    private static async Task FeedAsync(Process process, string input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}
