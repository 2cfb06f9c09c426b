namespace Comms.Core.Channels;

/// <summary>What a channel shows when asked whether an attempt had its effect.</summary>
public abstract record ReadBack
{
    private ReadBack()
    {
    }

    /// <summary>The post stands.</summary>
    /// <param name="Receipt">The channel's own name for it.</param>
    public sealed record Found(Receipt Receipt) : ReadBack;

    /// <summary>The post does not stand, conclusively: not merely that it was not seen.</summary>
    public sealed record Absent : ReadBack;

    /// <summary>The channel could not tell.</summary>
    /// <param name="Reason">In words for the team.</param>
    public sealed record Unknown(string Reason) : ReadBack;
}

/// <summary>A send whose outcome is not known.</summary>
/// <param name="Key">The delivery's key.</param>
/// <param name="Bytes">The frozen bytes that were to be sent.</param>
/// <param name="From">The earliest instant at which it can have had its effect.</param>
/// <param name="To">The latest instant known so far.</param>
public sealed record Attempt(DeliveryKey Key, ReadOnlyMemory<byte> Bytes, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How far the clocks of a platform and of a host are taken to be apart at most: two minutes.</summary>
    public static TimeSpan ClocksApart { get; } = TimeSpan.FromMinutes(2);

    /// <summary>From where a post is looked for that a platform dates by its own clock.</summary>
    public DateTimeOffset LookFrom => From - ClocksApart;
}
