using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Environments;
using Comms.Core.Triage;

namespace Comms.Core.Benchmarks;

/// <summary>
/// The claim: two workers do at least 1.85 times what one does, and ten million messages go through in less than 200 MB,
/// model included. A program of its own, since BenchmarkDotNet measures one thread and not a process's largest size.
/// </summary>
internal sealed class StreamScaling(TextWriter report)
{
    private const int Rounds = 7;
    private const int PerRound = 1_000_000;
    private const int Long = 10_000_000;
    private const double Megabyte = 1 << 20;

    private readonly Triager _triager = Triager.Create(
        TriagePolicyReader.Read(Seed.Read("seeds/trust/policy.json")).Policy!, "england", "Europe/London");

    private readonly string[] _texts = WeekMessages.Texts();

    public async Task RunAsync()
    {
        await report.WriteLineAsync("```");
        await report.WriteLineAsync(string.Join(Environment.NewLine, HostEnvironmentInfo.GetCurrent().ToFormattedString()));
        await report.WriteLineAsync("```");
        await report.WriteLineAsync();
        await ScaleAsync();
        await HoldAsync();
    }

    /// <summary>
    /// Rounds alternate, and the best of each is taken: what else runs on the machine can only slow a round. The processors
    /// that a round had say whether it was alone.
    /// </summary>
    private async Task ScaleAsync()
    {
        var best = new (TimeSpan Wall, TimeSpan Cpu)[] { (TimeSpan.MaxValue, default), (TimeSpan.MaxValue, default) };
        for (var round = 0; round < Rounds; round++)
        {
            for (var workers = 1; workers <= best.Length; workers++)
            {
                var cpu = Environment.CpuUsage.TotalTime;
                var wall = await TimeAsync(workers, PerRound);
                best[workers - 1] = wall < best[workers - 1].Wall ? (wall, Environment.CpuUsage.TotalTime - cpu) : best[workers - 1];
            }
        }

        await report.WriteLineAsync("| Workers | Messages/s on the wall | Ratio | Processor time of one message | Processors in use |");
        await report.WriteLineAsync("|--------:|-----------------------:|------:|------------------------------:|------------------:|");
        for (var workers = 1; workers <= best.Length; workers++)
        {
            var (wall, cpu) = best[workers - 1];
            await report.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {workers} | {PerRound / wall.TotalSeconds:N0} | {best[0].Wall / wall:F2} | {cpu.TotalMicroseconds / PerRound:F2} μs | {cpu / wall:F2} |"));
        }

        await report.WriteLineAsync();
    }

    private async Task HoldAsync()
    {
        var spent = await TimeAsync(Environment.ProcessorCount, Long);
        using var process = Process.GetCurrentProcess();
        await report.WriteLineAsync("| Messages | Seconds | Peak memory of the process | Managed heap at the end |");
        await report.WriteLineAsync("|---------:|--------:|---------------------------:|------------------------:|");
        await report.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Long:N0} | {spent.TotalSeconds:F1} | {process.PeakWorkingSet64 / Megabyte:F0} MB | {GC.GetTotalMemory(forceFullCollection: true) / Megabyte:F0} MB |"));
    }

    private async Task<TimeSpan> TimeAsync(int workers, int count)
    {
        var start = Stopwatch.GetTimestamp();
        var flagged = 0;
        var options = new TriageStreamOptions { Workers = workers };
        await foreach (var one in _triager.TriageTextsAsync(Texts(count), static (_, result) => result.Flags.Length > 0, options))
        {
            flagged += one ? 1 : 0;
        }

        return flagged > 0 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException("Nothing was triaged.");
    }

    /// <summary>The week again and again, each text a string of its own, as if it had been read.</summary>
    private async IAsyncEnumerable<string> Texts(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return new string(_texts[i % _texts.Length].AsSpan());
        }
    }
}
