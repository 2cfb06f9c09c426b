using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Comms.Core.Benchmarks;

/// <summary>
/// How every benchmark here is run: all engines in one process, one after the other, warmed before they are counted.
/// </summary>
/// <remarks>
/// Rounds are short, so that a run ends in minutes on a small machine; <c>--iterationCount</c>, <c>--iterationTime</c>
/// and <c>--warmupCount</c> on the command line override them.
/// </remarks>
internal sealed class InOneProcess : ManualConfig
{
    public InOneProcess()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(6)
            .WithIterationCount(12)
            .WithIterationTime(TimeInterval.FromMilliseconds(250))
            .WithId("InOneProcess"));
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddLogger(ConsoleLogger.Default);
        HideColumns(Column.Job, Column.Error, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2, Column.AllocRatio);
    }
}
