using System.Globalization;
using Comms.Core.Scheduling;

namespace Comms.Core.Publishing;

/// <summary>Whether a delivery may go now, by its policy for lateness and its account's pace. Pure.</summary>
internal static class Timeliness
{
    /// <summary>The state that lateness puts it in, with the reason; null when it may still go.</summary>
    public static (DeliveryState State, string Reason)? Judge(Delivery delivery, DateTimeOffset now, TimeSpan onTime)
    {
        if (delivery.Rendition.NotAfter is { } over && now >= over)
        {
            return (DeliveryState.Expired, string.Create(CultureInfo.InvariantCulture, $"it was not to be sent any more from {over:yyyy-MM-dd HH:mm zzz} on"));
        }

        var late = now - delivery.LateFrom;
        if (late <= onTime)
        {
            return null;
        }

        var reason = string.Create(CultureInfo.InvariantCulture, $"it is {late.TotalMinutes:0} minutes late");
        return delivery.Lateness.Act switch
        {
            LateAct.Hold => (DeliveryState.Held, reason),
            LateAct.Expire => (DeliveryState.Expired, reason),
            _ when late > delivery.Lateness.Within => (DeliveryState.Expired, reason),
            _ => null,
        };
    }

    /// <summary>When a late delivery's turn comes; null when it may go now. A thread's later parts follow their first, and a
    /// crisis post waits for no turn.</summary>
    public static DateTimeOffset? Turn(Delivery delivery, Pace pace, DateTimeOffset now, PublishingOptions options)
    {
        var late = now - delivery.LateFrom > options.OnTime;
        var turn = pace.NextCatchUp(delivery, options.CatchUpGap);
        return late && !delivery.Crisis && delivery.Rendition.Part == 0 && turn > now ? turn : null;
    }
}
