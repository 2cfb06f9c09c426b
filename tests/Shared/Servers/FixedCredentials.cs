using Comms.Core.Channels;

namespace Comms.Core.Tests.Servers;

/// <summary>One secret under every name.</summary>
internal sealed class FixedCredentials(string? secret) : ICredentialSource
{
    public ValueTask<string?> FindAsync(string reference, CancellationToken cancel) => ValueTask.FromResult(secret);
}
