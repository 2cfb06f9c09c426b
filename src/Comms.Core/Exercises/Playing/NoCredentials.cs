using Comms.Core.Channels;

namespace Comms.Core.Exercises.Playing;

/// <summary>An exercise has no secrets: whoever asks for one is refused.</summary>
internal sealed class NoCredentials : ICredentialSource
{
    public ValueTask<string?> FindAsync(string reference, CancellationToken cancel) =>
        throw new ChannelException("An exercise reads no credential.");
}
