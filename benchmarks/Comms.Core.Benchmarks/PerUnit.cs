using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Comms.Core.Benchmarks;

/// <summary>Adds a column with the mean over the parameter <c>Units</c>: nanoseconds for each UTF-16 unit of the text.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PerUnitAttribute() : ColumnConfigBaseAttribute(new PerUnit());

internal sealed class PerUnit : IColumn
{
    public string Id => nameof(PerUnit);

    public string ColumnName => "ns/unit";

    public string Legend => "Nanoseconds for one UTF-16 unit of the text";

    public UnitType UnitType => UnitType.Dimensionless;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public bool AlwaysShow => true;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } measured && benchmarkCase.Parameters[nameof(LengthBenchmarks.Units)] is int units
            ? (measured.Mean / units).ToString("F3", CultureInfo.InvariantCulture)
            : "?";
}
