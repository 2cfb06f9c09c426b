using Comms.Core.Triage;

namespace CommsDesk.Configuration;

/// <summary>The policy that the configuration names, or the one that ships.</summary>
internal static class Policies
{
    /// <exception cref="ConfigException">The policy cannot be used; every fault is named with its line.</exception>
    public static TriagePolicy Read(string? path)
    {
        var name = path ?? "the policy that ships";
        if (path is not null && !File.Exists(path))
        {
            throw new ConfigException(name, ["there is no such file"]);
        }

        var reading = TriagePolicyReader.Read(path is null ? Seeds.Bytes("trust/policy.json") : File.ReadAllBytes(path));
        return reading.Policy ?? throw new ConfigException(name, reading.Faults.Select(fault => $"line {fault.Line}: {fault.Reason}"));
    }
}
