using System.Diagnostics;
using System.Text;
using Xunit;

namespace Comms.Core.EndToEnd.Processes;

/// <summary>Runs a program to its end, without standard input.</summary>
internal static class Command
{
    public static Task<CommandResult> DotnetAsync(string folder, CancellationToken cancel, params string[] arguments) =>
        RunAsync("dotnet", folder, cancel, arguments);

    public static async Task<CommandResult> RunAsync(string program, string folder, CancellationToken cancel, params string[] arguments)
    {
        using var process = new Process { StartInfo = Start(program, folder, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return new CommandResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.ToString());
    }

    private static ProcessStartInfo Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the outer build set for itself would hold for the inner one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}

/// <summary>What a program said, on both streams, and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Says what was run and what came of it when it did not end well.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command}\nended with {ExitCode}:\n{Output}");
        return this;
    }
}
