using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Comms.Core.Benchmarks;

/// <summary>A column of a number that follows from the mean.</summary>
internal abstract class ColumnOfMean(string name, string legend) : IColumn
{
    public string Id => GetType().Name;

    public string ColumnName => name;

    public string Legend => legend;

    public UnitType UnitType => UnitType.Dimensionless;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public bool AlwaysShow => true;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } measured ? Of(measured.Mean, benchmarkCase) ?? "?" : "?";

    /// <summary>What to show; null when it cannot be told.</summary>
    /// <param name="mean">In nanoseconds.</param>
    /// <param name="benchmarkCase">What was measured.</param>
    protected abstract string? Of(double mean, BenchmarkCase benchmarkCase);
}
