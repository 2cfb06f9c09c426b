namespace Comms.Core.Channels;

/// <summary>
/// A source of secrets that also keeps those that are renewed, as the tokens of accounts whose platform gives a new one each time.
/// Shared by all hosts of an account. Safe for concurrent use.
/// </summary>
public interface ICredentialStore : ICredentialSource
{
    /// <summary>Puts a secret in the place of one that is known, unless another host has done so meanwhile.</summary>
    /// <param name="reference">As <see cref="ChannelAccount.Credential"/> gives it.</param>
    /// <param name="known">What stands there, as far as the caller knows.</param>
    /// <param name="fresh">What shall stand there.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <returns>False when something else stands there, or nothing: it stays.</returns>
    /// <exception cref="ChannelException">It could not be kept.</exception>
    ValueTask<bool> ReplaceAsync(string reference, string known, string fresh, CancellationToken cancel);
}
