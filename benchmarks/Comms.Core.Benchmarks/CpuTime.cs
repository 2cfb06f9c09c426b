using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Comms.Core.Benchmarks;

/// <summary>Counts the processor time of this process instead of the wall's, so that a busy machine changes little.</summary>
/// <remarks>For work that only computes, on one thread: waiting for a disk would be free.</remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CpuTimeAttribute() : JobMutatorConfigBaseAttribute(Job.Default.WithClock(new CpuClock()));

internal sealed class CpuClock : IClock
{
    public string Title => "CPU time";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;

    public override string ToString() => Title;
}
