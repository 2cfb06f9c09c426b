using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Comms.Core.Channels.X;

/// <summary>Renews the tokens of an account: each time the platform gives a new refresh token.</summary>
/// <remarks>Source: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code, of 2026-08-22, read on 2026-12-01: a confidential client names itself in its header, a public one in the form.</remarks>
internal static class XTokens
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static RenewedToken Of(XOptions options, ICredentialSource credentials, HttpClient http, TimeProvider clock)
    {
        var server = ChannelHttp.Address(options.Address);
        return new RenewedToken(credentials, options.Credential, server.Host, RenewAsync, Early, clock);

        async ValueTask<TokenSet?> RenewAsync(TokenSet known)
        {
            if (known.RefreshToken is not { } refresh || options.ClientId is not { } client)
            {
                return null;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "2/oauth2/token"));
            var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh };
            if (options.ClientSecret is { } reference)
            {
                var secret = await credentials.NeedAsync(reference, server.Host, CancellationToken.None).ConfigureAwait(false);
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}")));
            }
            else
            {
                form["client_id"] = client;
            }

            request.Content = new FormUrlEncodedContent(form);
            using var limit = new CancellationTokenSource(Longest, clock);
            return await AskAsync(request, known, limit.Token).ConfigureAwait(false);
        }

        async ValueTask<TokenSet> AskAsync(HttpRequestMessage request, TokenSet known, CancellationToken cancel)
        {
            try
            {
                using var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
                var body = await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
                return answer.IsSuccessStatusCode && JsonSerializer.Deserialize(body, XJson.Default.Renewed) is { } renewed
                    ? new TokenSet
                    {
                        AccessToken = renewed.AccessToken,
                        RefreshToken = renewed.RefreshToken ?? known.RefreshToken,
                        ExpiresAt = renewed.ExpiresIn is { } seconds ? clock.GetUtcNow().AddSeconds(seconds) : null,
                    }
                    : throw new ChannelException($"{server.Host}: the token was not renewed ({(int)answer.StatusCode}); a person must sign in again")
                    {
                        RetryAfter = ChannelHttp.RetryAfter(answer, clock.GetUtcNow()),
                    };
            }
            catch (Exception fault) when (fault is HttpRequestException or JsonException or OperationCanceledException)
            {
                throw new ChannelException($"{server.Host}: the token was not renewed: {fault.GetType().Name}", fault);
            }
        }
    }
}
