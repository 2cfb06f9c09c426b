using System.Diagnostics;
using System.Diagnostics.Metrics;
using Comms.Core.Ledger;

namespace Comms.Core.Governance;

/// <summary>Where spans and measurements go. A post's trace id follows from its own, so that nothing is stored to join its days and hosts.</summary>
internal sealed class Telemetry
{
    private Telemetry(string name)
    {
        var version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
        Source = new ActivitySource(name, version);
        Meter = new Meter(name, version);
    }

    public static Telemetry Engine { get; } = new(TelemetryNames.Engine);

    public static Telemetry Exercise { get; } = new(TelemetryNames.Exercise);

    public Meter Meter { get; }

    private ActivitySource Source { get; }

    /// <summary>Begins a span in a post's trace, linked to whatever the host is doing.</summary>
    /// <param name="act">What is done, in the audit's word.</param>
    /// <param name="post">The post's name; what follows an @ is one of its times.</param>
    /// <returns>Null when nobody listens.</returns>
    public Activity? Start(string act, string post)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var trace = ContentId.Hex("trace", post.Split('@')[0]);
        var whole = new ActivityContext(
            ActivityTraceId.CreateFromString(trace), ActivitySpanId.CreateFromString(trace.AsSpan(0, 16)), ActivityTraceFlags.Recorded);
        ActivityLink[] links = Activity.Current is { } current && current.TraceId != whole.TraceId ? [new ActivityLink(current.Context)] : [];
        return Source.StartActivity(act, ActivityKind.Internal, whole, [new("comms.post", post)], links);
    }

    /// <summary>Begins a span of a call to a channel, within the span at hand.</summary>
    public Activity? StartCall(string act) => Source.StartActivity(act, ActivityKind.Client);
}
