using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Comms.Core.Benchmarks;

/// <summary>Adds a column with the reciprocal of the mean: messages in a second of one core's time.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MessagesPerSecondAttribute() : ColumnConfigBaseAttribute(new MessagesPerSecond());

internal sealed class MessagesPerSecond : IColumn
{
    private const double NanosecondsInSecond = 1e9;

    public string Id => nameof(MessagesPerSecond);

    public string ColumnName => "Messages/s";

    public string Legend => "Messages in one second of processor time";

    public UnitType UnitType => UnitType.Dimensionless;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public bool AlwaysShow => true;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } measured
            ? (NanosecondsInSecond / measured.Mean).ToString("N0", CultureInfo.InvariantCulture)
            : "?";
}
