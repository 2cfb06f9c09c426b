using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Comms.Core.Governance;

namespace Comms.Core.Tests.Publishing;

/// <summary>What a host that listens sees of one account: spans that have ended, and measurements.</summary>
internal sealed class Seen : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measurement> _measured = new();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();
    private readonly string _account;

    public Seen(string account, string name = TelemetryNames.Engine)
    {
        _account = account;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Enqueue(new Measurement(instrument.Name, value, Tags(tags))));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Enqueue(new Measurement(instrument.Name, value, Tags(tags))));
        _meters.Start();
    }

    public IReadOnlyList<Measurement> Measured => [.. _measured.Where(one => Equals(one.Tags["comms.account"], _account))];

    /// <summary>The spans of one post, in order.</summary>
    public IReadOnlyList<Activity> Of(string post) => [.. _spans.Where(span => Equals(span.GetTagItem("comms.post"), post)).OrderBy(span => span.StartTimeUtc)];

    public IReadOnlyList<Activity> SpansOf(ActivityTraceId trace) => [.. _spans.Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc)];

    /// <summary>Of the one post that went to the account.</summary>
    public ActivityTraceId Trace =>
        _spans.First(span => span.OperationName == "deliver" && Equals(span.GetTagItem("comms.account"), _account)).TraceId;

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
    }

    private static Dictionary<string, object?> Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(tags.ToArray());

    internal sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
}
