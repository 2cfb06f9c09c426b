using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Comms.Core.Hosting;

/// <summary>Degraded when the last run of any part failed, unhealthy when one has not ended well for long.</summary>
internal sealed class DispatcherHealthCheck(Pulses pulses, DispatcherOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var at = pulses.All.Min(pulse => pulse.Last.At);
        var fault = pulses.All.Select(pulse => pulse.Last.Fault).FirstOrDefault(reason => reason is not null);
        var words = string.Create(CultureInfo.InvariantCulture, $"the last run that ended well: {at:u}") + (fault is null ? "" : $"; since then: {fault}");
        return Task.FromResult(
            pulses.Clock.GetUtcNow() - at > options.UnhealthyAfter ? HealthCheckResult.Unhealthy(words)
            : fault is not null ? HealthCheckResult.Degraded(words)
            : HealthCheckResult.Healthy(words));
    }
}
