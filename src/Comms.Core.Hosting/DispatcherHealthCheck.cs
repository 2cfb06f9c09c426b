using System.Globalization;
using Comms.Core.Publishing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Comms.Core.Hosting;

/// <summary>
/// Unhealthy when the ledger cannot be reached or a part has not ended well for long; degraded when its last run failed, when
/// an account rests, or when what is due is not taken up. Its data are for dashboards: words for people, figures for machines.
/// </summary>
internal sealed class DispatcherHealthCheck(CommsEngine engine, Pulses pulses, DispatcherOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var at = pulses.All.Min(pulse => pulse.Last.At);
        var fault = pulses.All.Select(pulse => pulse.Last.Fault).FirstOrDefault(reason => reason is not null);
        var words = string.Create(CultureInfo.InvariantCulture, $"the last run that ended well: {at:u}") + (fault is null ? "" : $"; since then: {fault}");
        PublishingStanding standing;
        try
        {
            standing = await engine.Publishing.StandingAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CommsException unreachable)
        {
            return HealthCheckResult.Unhealthy($"the ledger cannot be reached: {unreachable.Message}; {words}", unreachable);
        }

        var warnings = Warnings(standing).ToArray();
        var status = pulses.Clock.GetUtcNow() - at > options.UnhealthyAfter ? HealthStatus.Unhealthy
            : fault is not null || warnings.Length > 0 ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        return new HealthCheckResult(status, string.Join("; ", [words, .. warnings]), data: Data(standing));
    }

    private IEnumerable<string> Warnings(PublishingStanding standing)
    {
        if (standing.OldestDueLag > options.DegradedAfter)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"on {standing.OldestDueAccount} something has been due for {standing.OldestDueLag.TotalSeconds:0} s");
        }

        foreach (var account in standing.RestingAccounts)
        {
            yield return $"{account} rests since its channel keeps failing";
        }
    }

    private static Dictionary<string, object> Data(PublishingStanding standing) => new()
    {
        ["oldestDueLagSeconds"] = standing.OldestDueLag.TotalSeconds,
        ["restingAccounts"] = standing.RestingAccounts,
    };
}
