using Comms.Core.Testing;
using Comms.Core.Tests.Servers;

namespace Comms.Core.Conformance.Channels;

/// <summary>The suite's faults, as the servers of the tests know them.</summary>
internal static class Faults
{
    public static ServerFault Of(ChannelFault fault) => fault switch
    {
        ChannelFault.LostAnswer => ServerFault.DropAfter,
        ChannelFault.ServerError => ServerFault.GatewayTimeoutAfter,
        ChannelFault.GarbledAnswer => ServerFault.CutAfter,
        ChannelFault.NoAnswer => ServerFault.SilentAfter,
        ChannelFault.LostRequest => ServerFault.DropBefore,
        ChannelFault.RateLimit => ServerFault.TooMany,
        ChannelFault.ExpiredCredential => ServerFault.Unauthorized,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };
}
