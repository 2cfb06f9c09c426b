using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Comms.Core.Hosting;

/// <summary>Degraded when the last run failed, unhealthy when none has ended well for long.</summary>
internal sealed class DispatcherHealthCheck(Pulse pulse, DispatcherOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (at, fault) = pulse.Last;
        var words = string.Create(CultureInfo.InvariantCulture, $"the last run that ended well: {at:u}") + (fault is null ? "" : $"; since then: {fault}");
        return Task.FromResult(
            pulse.Clock.GetUtcNow() - at > options.UnhealthyAfter ? HealthCheckResult.Unhealthy(words)
            : fault is not null ? HealthCheckResult.Degraded(words)
            : HealthCheckResult.Healthy(words));
    }
}
