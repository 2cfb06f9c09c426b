namespace Comms.Core.Channels;

/// <summary>Where secrets come from: the environment, files, the host's own vault. Safe for concurrent use.</summary>
public interface ICredentialSource
{
    /// <summary>Finds a secret by its reference; null when there is none.</summary>
    /// <param name="reference">As <see cref="ChannelAccount.Credential"/> gives it, for example <c>env:NAME</c>.</param>
    /// <param name="cancel">Stops the look-up.</param>
    ValueTask<string?> FindAsync(string reference, CancellationToken cancel);
}
