using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Comms.Core.Hosting;

/// <summary>Degraded when the last run of either half failed, unhealthy when either has not ended well for long.</summary>
internal sealed class DispatcherHealthCheck(Pulses pulses, DispatcherOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (sent, heard) = (pulses.Out.Last, pulses.Back.Last);
        var at = sent.At < heard.At ? sent.At : heard.At;
        var fault = sent.Fault ?? heard.Fault;
        var words = string.Create(CultureInfo.InvariantCulture, $"the last run that ended well: {at:u}") + (fault is null ? "" : $"; since then: {fault}");
        return Task.FromResult(
            pulses.Clock.GetUtcNow() - at > options.UnhealthyAfter ? HealthCheckResult.Unhealthy(words)
            : fault is not null ? HealthCheckResult.Degraded(words)
            : HealthCheckResult.Healthy(words));
    }
}
