using Comms.Core.Planning;

namespace CommsDesk.Configuration;

/// <summary>What stands behind the plan: the file that the configuration names, or nothing but the accounts.</summary>
internal static class Plans
{
    /// <summary>The plan with the posts of the ledger.</summary>
    /// <exception cref="ConfigException">The file cannot be used; every fault is named.</exception>
    public static async Task<Plan> ReadAsync(Desk desk, CancellationToken cancel)
    {
        var behind = Behind(desk.Config);
        return behind with { Items = await desk.Engine.Planning.ItemsAsync(cancel) };
    }

    private static Plan Behind(DeskConfig config)
    {
        if (config.Plan is not { } path)
        {
            return new Plan { Zone = config.Zone };
        }

        if (!File.Exists(path))
        {
            throw new ConfigException(path, ["there is no such file"]);
        }

        var reading = PlanReader.Read(File.ReadAllBytes(path), config.Zone);
        return reading.Plan ?? throw new ConfigException(path, reading.Faults);
    }
}
