using Comms.Core.Insights.Funnels;

namespace Comms.Core.Insights.Reading;

/// <summary>The units compared over all periods together. Get-only: made by Insights alone.</summary>
public sealed class InsightFunnel
{
    internal InsightFunnel(InsightSubject subject, FunnelPlot plot)
    {
        Subject = subject;
        Plot = plot;
    }

    /// <summary>What is counted, as a share of each unit's messages.</summary>
    public InsightSubject Subject { get; }

    /// <summary>The comparison; a unit that is too small to be shown has no figures.</summary>
    public FunnelPlot Plot { get; }
}
