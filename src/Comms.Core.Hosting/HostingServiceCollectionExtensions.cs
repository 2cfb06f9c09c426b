using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Comms.Core.Hosting;

/// <summary>Lets a .NET host run the engine.</summary>
public static class HostingServiceCollectionExtensions
{
    /// <summary>The name of the health check.</summary>
    public const string HealthCheckName = "comms";

    /// <summary>
    /// Adds a background service that does all that is due, again and again, and a health check of the name
    /// <see cref="HealthCheckName"/>. As many hosts as you like may do so on one ledger. Added twice, it runs once. On a stop,
    /// the send under way is finished and its outcome kept, as far as the host's shutdown timeout lets it; whatever else was
    /// claimed is free again when its lease ends.
    /// </summary>
    /// <param name="services">The host's services, with <c>AddComms</c> among them.</param>
    /// <param name="options">How often; null for the defaults. The first that are given count.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pause is out of its range.</exception>
    public static IServiceCollection AddDispatcher(this IServiceCollection services, DispatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        options ??= new DispatcherOptions();
        options.Check();
        if (services.Any(service => service.ServiceType == typeof(DispatcherOptions)))
        {
            return services;
        }

        services.AddSingleton(options);
        services.AddSingleton(provider => new Pulses(provider.GetRequiredService<CommsEngine>().Clock));
        services.AddSingleton<IHostedService, DispatcherService>();
        services.AddHealthChecks().AddCheck<DispatcherHealthCheck>(HealthCheckName);
        return services;
    }
}
