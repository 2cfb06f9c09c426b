using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Reading;

/// <summary>One thing counted over time. Get-only: made by Insights alone.</summary>
public sealed class InsightSeries
{
    internal InsightSeries(string? unit, InsightSubject subject, IReadOnlyList<long?> counts, IReadOnlyList<long?> of, IReadOnlyList<ControlChart> charts)
    {
        Unit = unit;
        Subject = subject;
        Counts = counts;
        Of = of;
        Charts = charts;
    }

    /// <summary>The team, service or place; null for all together.</summary>
    public string? Unit { get; }

    /// <summary>What is counted.</summary>
    public InsightSubject Subject { get; }

    /// <summary>How many in each period; null where it is too few to be shown.</summary>
    public IReadOnlyList<long?> Counts { get; }

    /// <summary>How many messages there were in each period; null where it is too few to be shown.</summary>
    public IReadOnlyList<long?> Of { get; }

    /// <summary>
    /// The counts as an XmR chart, and the shares of all messages as a p-chart; the first alone where all are counted. None
    /// where fewer than five are counted in a period on average: so few say more about chance than about change.
    /// </summary>
    public IReadOnlyList<ControlChart> Charts { get; }
}
