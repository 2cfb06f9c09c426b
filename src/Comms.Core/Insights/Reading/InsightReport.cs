using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Reading;

/// <summary>
/// What changed over time, and which units differ by more than chance. What is too small to be shown is not in it at all, so
/// that no form of it can give it away. Get-only: made by Insights alone. Immutable and thread-safe.
/// </summary>
public sealed class InsightReport
{
    internal InsightReport(
        InsightRequest request, IReadOnlyList<InsightSpan> spans, IReadOnlyList<InsightSeries> series, IReadOnlyList<InsightSignal> signals, IReadOnlyList<InsightFunnel> funnels)
    {
        Request = request;
        Spans = spans;
        Series = series;
        Signals = signals;
        Funnels = funnels;
    }

    /// <summary>What was asked for.</summary>
    public InsightRequest Request { get; }

    /// <summary>The periods, oldest first; none when there is no message.</summary>
    public IReadOnlyList<InsightSpan> Spans { get; }

    /// <summary>All together first, then each unit; of each, all messages, the negative ones, then the themes.</summary>
    public IReadOnlyList<InsightSeries> Series { get; }

    /// <summary>The signals, those that end last first.</summary>
    public IReadOnlyList<InsightSignal> Signals { get; }

    /// <summary>The units compared: the negative messages, then each theme.</summary>
    public IReadOnlyList<InsightFunnel> Funnels { get; }

    /// <summary>How many units there are beyond <see cref="InsightRequest.MostUnits"/>.</summary>
    public int UnitsLeftOut { get; internal init; }

    /// <summary>How many themes there are beyond <see cref="InsightRequest.MostThemes"/>.</summary>
    public int ThemesLeftOut { get; internal init; }

    /// <summary>Whether enough periods are known to say what is usual.</summary>
    public bool SaysWhatIsUsual => Spans.Count >= ControlChart.FewestPoints;
}
