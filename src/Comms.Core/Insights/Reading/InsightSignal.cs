using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Reading;

/// <summary>What chance alone would seldom give: the rule, the dates and the messages. Get-only: made by Insights alone.</summary>
public sealed class InsightSignal
{
    internal InsightSignal(InsightSeries series, ControlChart chart, ControlSignal signal, IReadOnlyList<SignalPeriod> periods)
    {
        Series = series;
        Chart = chart;
        Signal = signal;
        Periods = periods;
    }

    /// <summary>What was counted.</summary>
    public InsightSeries Series { get; }

    /// <summary>The chart of <see cref="InsightSeries.Charts"/> that shows it.</summary>
    public ControlChart Chart { get; }

    /// <summary>The rule, and whether it rises.</summary>
    public ControlSignal Signal { get; }

    /// <summary>The periods from its first to its last, with their messages.</summary>
    public IReadOnlyList<SignalPeriod> Periods { get; }
}

/// <summary>A period of a signal.</summary>
/// <param name="Span">Its days.</param>
/// <param name="Count">How many messages; null when it is too few to be shown.</param>
/// <param name="Messages">The ids of the earliest of them, at most as many as were asked for; none when the count is not shown.</param>
public sealed record SignalPeriod(InsightSpan Span, long? Count, IReadOnlyList<string> Messages);
