using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Comms.Core;

/// <summary>The way in for hosts with dependency injection.</summary>
public static class CommsServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="CommsEngine"/>. It is built when the host starts, and a host with faulty options does not start.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says what the engine is made of.</param>
    public static IServiceCollection AddComms(this IServiceCollection services, Action<CommsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddComms((_, comms) => configure(comms));
    }

    /// <summary>Adds one <see cref="CommsEngine"/> that is made of other services.</summary>
    /// <param name="services">The host's services. A <see cref="TimeProvider"/> among them is the engine's clock unless it is given another.</param>
    /// <param name="configure">Says what the engine is made of.</param>
    public static IServiceCollection AddComms(this IServiceCollection services, Action<IServiceProvider, CommsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider =>
        {
            var comms = new CommsBuilder();
            configure(provider, comms);
            return comms.Build(provider.GetService<TimeProvider>() ?? TimeProvider.System);
        });
        services.AddOptions<CommsStart>().Validate<CommsEngine>(static (_, _) => true).ValidateOnStart();
        return services;
    }

    /// <summary>Exists so that starting the host asks for the engine, which checks its own options.</summary>
    internal sealed class CommsStart;
}
