using System.Diagnostics;
using System.Diagnostics.Metrics;
using Comms.Core.Channels;
using Comms.Core.Governance;

namespace Comms.Core.Publishing;

/// <summary>Shows each delivery that is worked on to whoever listens: its span, how late it was taken up, and where it came to stand.</summary>
internal sealed class DeliveryWatch(Telemetry telemetry, ChannelDirectory channels, TimeProvider clock)
{
    /// <summary>From a pick-up that nobody notices to a post that missed its morning, in seconds.</summary>
    private static readonly double[] Bounds = [0.1, 0.25, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400];

    private readonly Counter<long> _outcomes = telemetry.Meter.CreateCounter<long>(
        "comms.delivery.outcomes", "{delivery}", "Deliveries that came to stand in a state, by account and channel.");

    private readonly Histogram<double> _lag = telemetry.Meter.CreateHistogram(
        "comms.delivery.due_lag", "s", "From the instant at which a delivery was due to the one at which it was taken up.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });

    public Activity? Begin(Delivery delivery)
    {
        if (delivery is { State: DeliveryState.Scheduled, Due: { } due })
        {
            _lag.Record((clock.GetUtcNow() - due).TotalSeconds, Where(delivery));
        }

        return telemetry.Start("deliver", delivery.Post)?.SetTag("comms.account", delivery.Rendition.Account).SetTag("comms.delivery", delivery.Key.Value);
    }

    /// <param name="span">As it was begun.</param>
    /// <param name="work">The delivery after the work.</param>
    /// <param name="before">The delivery before it.</param>
    public void End(Activity? span, LeasedDelivery work, Delivery before)
    {
        var now = work.Now;
        var state = now.State.ToString().ToLowerInvariant();
        span?.SetTag("comms.state", state).SetTag("comms.attempts", now.Attempts);
        if (now is { Receipt: { } receipt, Recipient: null })
        {
            span?.SetTag("comms.receipt", receipt.Id);
        }

        if (now.State is DeliveryState.Ambiguous or DeliveryState.NeedsHuman or DeliveryState.Rejected)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        if (now.Revision != before.Revision)
        {
            var where = Where(now);
            where.Add("comms.state", state);
            if (now is { State: DeliveryState.Published, MayStandTwice: true })
            {
                where.Add("comms.may_stand_twice", true);
            }

            _outcomes.Add(1, where);
        }
    }

    private TagList Where(Delivery delivery) => new()
    {
        { "comms.account", delivery.Rendition.Account },
        { "comms.channel", channels.Find(delivery.Rendition.Account)?.Account.Channel },
    };
}
