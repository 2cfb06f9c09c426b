namespace Comms.Core.Channels;

/// <summary>What adapters that need a secret have in common.</summary>
public static class CredentialSourceExtensions
{
    /// <summary>Finds a secret without which nothing can be done.</summary>
    /// <param name="credentials">Where it is asked for.</param>
    /// <param name="reference">As <see cref="ChannelAccount.Credential"/> gives it.</param>
    /// <param name="who">Who needs it, for the message: a host or an account.</param>
    /// <param name="cancel">Stops the look-up.</param>
    /// <exception cref="ChannelException">There is none; the message names the reference and never a secret.</exception>
    public static async ValueTask<string> NeedAsync(this ICredentialSource credentials, string reference, string who, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return await credentials.FindAsync(reference, cancel).ConfigureAwait(false)
            ?? throw new ChannelException($"{who}: there is no credential under {reference}; a person must set it");
    }
}
