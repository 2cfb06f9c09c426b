using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace Comms.Core.Benchmarks;

/// <summary>Adds a column with the mean over the parameter <c>Units</c>: nanoseconds for each UTF-16 unit of the text.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PerUnitAttribute() : ColumnConfigBaseAttribute(new PerUnit());

internal sealed class PerUnit() : ColumnOfMean("ns/unit", "Nanoseconds for one UTF-16 unit of the text")
{
    protected override string? Of(double mean, BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters[nameof(LengthBenchmarks.Units)] is int units ? (mean / units).ToString("F3", CultureInfo.InvariantCulture) : null;
}
