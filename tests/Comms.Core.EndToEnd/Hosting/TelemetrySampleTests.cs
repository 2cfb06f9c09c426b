using System.Diagnostics;
using Xunit;

namespace Comms.Core.EndToEnd.Hosting;

public sealed class TelemetrySampleTests
{
    private static readonly string[] Acts = ["draft", "approve", "schedule", "deliver", "prepare", "send"];

    [Fact]
    public async Task The_sample_prints_one_trace_the_measurements_and_the_health()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var sample = Process.Start(new ProcessStartInfo("dotnet", [BuiltProgram.OfSample("Telemetry", "telemetry.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (sample.StandardOutput.ReadToEndAsync(cancel), sample.StandardError.ReadToEndAsync(cancel));
        await sample.WaitForExitAsync(cancel);

        Assert.Equal(("", 0), (await errors, sample.ExitCode));
        var lines = (await output).Split('\n', StringSplitOptions.TrimEntries);
        Assert.Single(lines.Where(line => line.StartsWith("Activity.TraceId:", StringComparison.Ordinal)).Distinct());
        Assert.All(Acts, act => Assert.Contains(lines, line => line.StartsWith("Activity.DisplayName:", StringComparison.Ordinal) && line.EndsWith(act, StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("comms.delivery.outcomes", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("comms.delivery.due_lag", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("health: Healthy", StringComparison.Ordinal));
    }
}
