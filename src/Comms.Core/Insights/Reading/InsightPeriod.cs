namespace Comms.Core.Insights.Reading;

/// <summary>How long a period is.</summary>
public enum InsightPeriod
{
    /// <summary>From Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar day.</summary>
    Day,
}

/// <summary>What messages are told apart by.</summary>
public enum InsightCut
{
    /// <summary>The team that owns the message.</summary>
    Team,

    /// <summary>The service that the message is about, where its source told.</summary>
    Service,

    /// <summary>The place that the message is about, where its source told.</summary>
    Place,
}

/// <summary>The days of a period.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, which belongs to it.</param>
public readonly record struct InsightSpan(DateOnly First, DateOnly Last);
