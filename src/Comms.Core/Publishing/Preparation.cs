using Comms.Core.Channels;
using Polly.CircuitBreaker;

namespace Comms.Core.Publishing;

/// <summary>Prepares what a delivery would send. A preparation that fails had no effect that anyone sees: it is tried again later.</summary>
internal sealed class Preparation(SendPipelines pipelines, NextStep next)
{
    /// <returns>The frozen bytes; null when it failed, and the delivery was put off.</returns>
    public async ValueTask<PreparedPost?> TryAsync(LeasedDelivery work, IChannel channel, SendContext context, CancellationToken cancel)
    {
        try
        {
            return await pipelines.CallAsync(
                channel.Account.Id, CallKind.Prepare, token => channel.PrepareAsync(work.Now.Rendition, context, token), cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            await work.FinishAsync(next.Again(work.Now.Tried(), fault.Message, RetryAfter(fault)), cancel).ConfigureAwait(false);
            return null;
        }
    }

    private static TimeSpan? RetryAfter(Exception fault) => fault switch
    {
        CommsException { RetryAfter: { } after } => after,
        BrokenCircuitException => SendPipelines.Rest,
        _ => null,
    };
}
