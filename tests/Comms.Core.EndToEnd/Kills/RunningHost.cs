using System.Diagnostics;

namespace Comms.Core.EndToEnd.Kills;

/// <summary>A host while it runs. Whatever becomes of the test, it does not outlive it.</summary>
internal sealed class RunningHost(Process process) : IDisposable
{
    private const int KilledBySignal = 128 + 9;

    public bool HasExited => process.HasExited;

    /// <returns>Whether it was killed; false when it came to an end by itself.</returns>
    public async Task<bool> DiesAsync(TimeSpan longest, CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel).WaitAsync(longest, TimeProvider.System, cancel);
        return process.ExitCode switch
        {
            KilledBySignal => true,
            0 => false,
            var code => throw new InvalidOperationException($"A host ended with {code}."),
        };
    }

    /// <summary>Lets it go on after it was stopped.</summary>
    public void GoOn() => Signal("CONT", process);

    public static void Stop(Process process) => Signal("STOP", process);

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static void Signal(string name, Process process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
