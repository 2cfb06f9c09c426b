using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.Channels.Facebook;

/// <summary>The Page's token, asked for with the token that is kept, and that one exchanged before it ends.</summary>
/// <remarks>
/// Source: https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived and /docs/graph-api/guides/secure-requests,
/// read on 2026-12-01: a person's long-lived token ends after about 60 days, a Page's that was asked for with one has no end of its own.
/// </remarks>
internal sealed class FacebookTokens : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromDays(7);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly FacebookOptions _options;
    private readonly ICredentialSource _credentials;
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly Uri _server;
    private readonly RenewedToken _kept;
    private Pair? _page;

    public FacebookTokens(FacebookOptions options, ICredentialSource credentials, HttpClient http, TimeProvider clock)
    {
        (_options, _credentials, _http, _clock, _server) = (options, credentials, http, clock, ChannelHttp.Address(options.Address));
        _kept = new RenewedToken(credentials, options.Credential, _server.Host, ExchangeAsync, Early, clock);
    }

    /// <summary>The Page's token.</summary>
    /// <param name="ended">One that was taken no longer; null at first.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <exception cref="ChannelException">There is none to be had; nothing was published.</exception>
    public async ValueTask<string> PageAsync(string? ended, CancellationToken cancel)
    {
        var kept = await _kept.AccessAsync(ended: null, cancel).ConfigureAwait(false);
        if (_page is { } known && known.Kept == kept && known.Page != ended)
        {
            return known.Page;
        }

        var page = await AskAsync(kept, cancel).ConfigureAwait(false);
        if (page is null)
        {
            kept = await _kept.AccessAsync(ended: kept, cancel).ConfigureAwait(false);
            page = await AskAsync(kept, cancel).ConfigureAwait(false);
        }

        if (page is null || page == ended)
        {
            throw new ChannelException($"{_server.Host}: the token under {_options.Credential} is taken no longer; a person must sign in again");
        }

        _page = new Pair(kept, page);
        return page;
    }

    /// <summary>The proof that a call comes from the app; null where its secret is not known.</summary>
    public async ValueTask<string?> ProofAsync(string token, CancellationToken cancel) => _options.AppSecret is { } reference
        ? Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(await _credentials.NeedAsync(reference, _server.Host, cancel).ConfigureAwait(false)), Encoding.UTF8.GetBytes(token)))
        : null;

    public void Dispose() => _kept.Dispose();

    /// <returns>The Page's token; the one that is kept where it is the Page's already; null where that has ended.</returns>
    private async ValueTask<string?> AskAsync(string kept, CancellationToken cancel)
    {
        var proof = await ProofAsync(kept, cancel).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server, $"{_options.Page}?fields=access_token{(proof is null ? "" : "&appsecret_proof=" + proof)}"));
        request.Headers.Authorization = new("Bearer", kept);
        var (answer, body) = await SendAsync(request, cancel, stopped: cancel).ConfigureAwait(false);
        using (answer)
        {
            return answer.IsSuccessStatusCode ? ChannelHttp.Read(body, FacebookJson.Default.PageToken, _server.Host).AccessToken ?? kept
                : FacebookRefusal.IsEnded(GraphErrors.Read(body)) ? null
                : throw new ChannelException($"{_server.Host}: the Page's token was not given ({(int)answer.StatusCode})") { RetryAfter = FacebookRefusal.Rests(answer) };
        }
    }

    /// <summary>The documented call has the secrets in its address: it is sent over TLS, and neither logged nor told of.</summary>
    private async ValueTask<TokenSet?> ExchangeAsync(TokenSet known)
    {
        if (known.ExpiresAt is null || _options.AppId is not { } app || _options.AppSecret is not { } reference)
        {
            return null;
        }

        var secret = await _credentials.NeedAsync(reference, _server.Host, CancellationToken.None).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Longest, _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(
            _server, $"oauth/access_token?grant_type=fb_exchange_token&client_id={WebUtility.UrlEncode(app)}&client_secret={WebUtility.UrlEncode(secret)}&fb_exchange_token={WebUtility.UrlEncode(known.AccessToken)}"));
        var (answer, body) = await SendAsync(request, limit.Token, stopped: CancellationToken.None).ConfigureAwait(false);
        using (answer)
        {
            var exchanged = answer.IsSuccessStatusCode ? ChannelHttp.Read(body, FacebookJson.Default.Exchanged, _server.Host)
                : throw new ChannelException($"{_server.Host}: the token was not exchanged ({(int)answer.StatusCode}); a person must sign in again");
            return new TokenSet { AccessToken = exchanged.AccessToken, ExpiresAt = exchanged.ExpiresIn is { } seconds ? _clock.GetUtcNow().AddSeconds(seconds) : null };
        }
    }

    /// <param name="request">The request.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="stopped">Whether the caller has ended it; what ends of itself is a fault of the server's.</param>
    private async ValueTask<(HttpResponseMessage Answer, byte[] Body)> SendAsync(HttpRequestMessage request, CancellationToken cancel, CancellationToken stopped)
    {
        try
        {
            var answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            return (answer, await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !stopped.IsCancellationRequested))
        {
            // The address may hold a secret, and so may the fault's words.
            throw new ChannelException($"{_server.Host}: it could not be asked for a token: {fault.GetType().Name}");
        }
    }

    /// <summary>The Page's token, and the one with which it was asked for; exchanged as one, since many calls read it.</summary>
    private sealed record Pair(string Kept, string Page);
}
