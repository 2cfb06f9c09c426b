using Comms.Core;
using Comms.Core.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MultiHost;

/// <summary>One of the hosts, as any .NET service is made.</summary>
internal static class Hosts
{
    public static async Task RunAsync(World world, string name)
    {
        await using var ledger = await world.OpenAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services
            .AddComms(comms => world.Furnish(comms, ledger, name))
            .AddDispatcher(new DispatcherOptions { Every = TimeSpan.FromMilliseconds(200), AfterFault = TimeSpan.FromSeconds(1) });
        await builder.Build().RunAsync();
    }
}
