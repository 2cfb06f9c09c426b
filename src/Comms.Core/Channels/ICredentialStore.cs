namespace Comms.Core.Channels;

/// <summary>
/// A source of secrets that also keeps those that are renewed, as the tokens of accounts whose platform gives a new one each time.
/// Shared by all hosts of an account. Safe for concurrent use.
/// </summary>
public interface ICredentialStore : ICredentialSource
{
    /// <summary>Renews a secret, one host at a time: two that asked the platform with the same one would both be refused afterwards.</summary>
    /// <param name="reference">As <see cref="ChannelAccount.Credential"/> gives it.</param>
    /// <param name="known">What stands there, as far as the caller knows. Where something else does by now, nothing is renewed.</param>
    /// <param name="renew">Asks for the new one; null when there is none to be had. Not called again, and what it gives is kept whatever is stopped meanwhile.</param>
    /// <param name="cancel">Stops the wait for other hosts.</param>
    /// <returns>What stands there now; null when there was none to be had, or this place keeps none of that name.</returns>
    /// <exception cref="ChannelException">It could not be asked for, or not be kept.</exception>
    ValueTask<string?> RenewAsync(string reference, string known, Func<ValueTask<string?>> renew, CancellationToken cancel);
}
