namespace Comms.Core.Channels;

/// <summary>A source that is somebody else's server, and is left alone between two looks.</summary>
public interface IPacedSource
{
    /// <summary>How long a host leaves it alone after a look; a server that asks for longer is given longer.</summary>
    TimeSpan Every { get; }
}
