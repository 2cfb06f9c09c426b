namespace Comms.Core.Calendars;

/// <summary>The nations whose rules differ.</summary>
internal static class Nations
{
    public static readonly string[] All = ["england", "wales", "scotland", "northern-ireland"];

    /// <summary>What is wrong with a nation and a zone; nothing when both are known.</summary>
    public static IEnumerable<string> Faults(string nation, string zone)
    {
        if (!Zones.Exists(zone))
        {
            yield return $"Zone '{zone}' is not in the tz database {Zones.TzdbVersion}";
        }

        if (!All.Contains(nation, StringComparer.Ordinal))
        {
            yield return $"Nation '{nation}' is none of {string.Join(", ", All)}";
        }
    }
}
