namespace Comms.Core.Channels;

/// <summary>
/// An account's access token, for adapters whose platform lets it end. It is read where secrets are kept each time, so that a host
/// uses what another has renewed, and renewed by one host at a time. Thread-safe.
/// </summary>
/// <remarks>
/// A platform that gives a new refresh token each time takes the old one no more: the new set is kept before it is used, and only
/// where an <see cref="ICredentialStore"/> keeps it. A process that dies between the platform's answer and its keeping leaves an
/// account that a person must sign in again.
/// </remarks>
public sealed class RenewedToken : IDisposable
{
    private readonly ICredentialSource _credentials;
    private readonly string _reference;
    private readonly string _who;
    private readonly Func<TokenSet, ValueTask<TokenSet?>> _renew;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _early;
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The token of one account.</summary>
    /// <param name="credentials">Where it is kept.</param>
    /// <param name="reference">Its name there.</param>
    /// <param name="who">Whose it is, for messages: a host or an account.</param>
    /// <param name="renew">Asks the platform for a new set; null when the platform has no way to. It is not stopped half-way by a send that is.</param>
    /// <param name="early">How long before its end it is renewed.</param>
    /// <param name="clock">The clock.</param>
    public RenewedToken(
        ICredentialSource credentials, string reference, string who, Func<TokenSet, ValueTask<TokenSet?>> renew, TimeSpan early, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        ArgumentNullException.ThrowIfNull(renew);
        ArgumentNullException.ThrowIfNull(clock);
        (_credentials, _reference, _who, _renew, _early, _clock) = (credentials, reference, who, renew, early, clock);
    }

    /// <summary>The token to send a request with.</summary>
    /// <param name="ended">One that the platform took no longer; null at first.</param>
    /// <param name="cancel">Stops the wait.</param>
    /// <exception cref="ChannelException">There is none to be had; a person must sign in again, or the platform could not be asked.</exception>
    public async ValueTask<string> AccessAsync(string? ended, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var secret = await _credentials.NeedAsync(_reference, _who, cancel).ConfigureAwait(false);
            var known = TokenSet.Parse(secret, _reference);
            if (known.AccessToken != ended && !(known.ExpiresAt - _early <= _clock.GetUtcNow()))
            {
                return known.AccessToken;
            }

            if (_credentials is ICredentialStore store && await store.RenewAsync(_reference, secret, () => RenewAsync(known), cancel).ConfigureAwait(false) is { } fresh)
            {
                return TokenSet.Parse(fresh, _reference).AccessToken;
            }

            return known.AccessToken != ended ? known.AccessToken
                : throw new ChannelException($"{_who}: the token under {_reference} has ended; a person must sign in again");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async ValueTask<string?> RenewAsync(TokenSet known) => (await _renew(known).ConfigureAwait(false))?.ToSecret();
}
