namespace Comms.Core.Testing;

/// <summary>What can go wrong between a channel and its server, once: see <see cref="ChannelConformance.FailNextAsync"/>.</summary>
public enum ChannelFault
{
    /// <summary>The post stands; the connection breaks before its answer comes.</summary>
    LostAnswer,

    /// <summary>The post stands; the answer is a server's error.</summary>
    ServerError,

    /// <summary>The post stands; the answer ends in its middle.</summary>
    GarbledAnswer,

    /// <summary>The post stands; no answer comes.</summary>
    NoAnswer,

    /// <summary>Nothing stands: the connection breaks before the request is taken.</summary>
    LostRequest,

    /// <summary>Nothing stands: there were too many requests, and the server says for how long.</summary>
    RateLimit,

    /// <summary>Nothing stands: the credential is taken no longer, this once.</summary>
    ExpiredCredential,
}
