using System.Net;
using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Channels.Fetching;

/// <summary>Which addresses belong to the public internet: all but the networks of <c>seeds/platforms/special-networks.json</c>.</summary>
internal static class PublicAddresses
{
    private static readonly Lazy<IPNetwork[]> Special = new(() =>
        [.. TextData.Read("platforms/special-networks.json", NetworkJson.Default.NetworkFile).Networks.Select(network => IPNetwork.Parse(network.Prefix))]);

    public static bool Has(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Special.Value.Any(network => network.Contains(real));
    }
}

internal sealed record NetworkFile(int Version, string Source, DateOnly Checked, IReadOnlyList<SpecialNetwork> Networks);

internal sealed record SpecialNetwork(string Prefix, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NetworkFile))]
internal sealed partial class NetworkJson : JsonSerializerContext;
