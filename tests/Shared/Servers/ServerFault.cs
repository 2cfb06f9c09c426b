namespace Comms.Core.Tests.Servers;

/// <summary>What a fake server does with its next post instead of answering well.</summary>
internal enum ServerFault
{
    /// <summary>The post stands and the connection breaks.</summary>
    DropAfter,

    /// <summary>The connection breaks and nothing stands.</summary>
    DropBefore,

    /// <summary>The post stands and the answer is 504.</summary>
    GatewayTimeoutAfter,

    /// <summary>The post stands and the answer ends in its middle.</summary>
    CutAfter,

    /// <summary>The post stands and no answer comes.</summary>
    SilentAfter,

    /// <summary>429 with the instant at which the limit is set anew, and no Retry-After.</summary>
    TooMany,

    /// <summary>401: the token no longer holds.</summary>
    Unauthorized,
}
