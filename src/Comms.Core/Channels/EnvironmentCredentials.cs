namespace Comms.Core.Channels;

/// <summary>Finds secrets that are named <c>env:NAME</c> in the process's environment. Thread-safe.</summary>
public sealed class EnvironmentCredentials : ICredentialSource
{
    private const string Prefix = "env:";

    /// <inheritdoc />
    public ValueTask<string?> FindAsync(string reference, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ValueTask.FromResult(reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? Environment.GetEnvironmentVariable(reference[Prefix.Length..])
            : null);
    }
}
