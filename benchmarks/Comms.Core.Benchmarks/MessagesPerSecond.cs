using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace Comms.Core.Benchmarks;

/// <summary>Adds a column with the reciprocal of the mean: messages in a second of one core's time.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MessagesPerSecondAttribute() : ColumnConfigBaseAttribute(new MessagesPerSecond());

internal sealed class MessagesPerSecond() : ColumnOfMean("Messages/s", "Messages in one second of processor time")
{
    private const double NanosecondsInSecond = 1e9;

    protected override string Of(double mean, BenchmarkCase benchmarkCase) =>
        (NanosecondsInSecond / mean).ToString("N0", CultureInfo.InvariantCulture);
}
