using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Comms.Core.Channels.Fetching;

/// <summary>
/// Fetches pages of strangers, and nothing else does: over https, from public addresses only, within bounds of size and
/// time, with few redirects, each judged like the first, and without a cookie or a credential. Thread-safe.
/// </summary>
/// <remarks>
/// The address is judged where the connection is made, so that a name which resolves otherwise the second time gains
/// nothing. See https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html.
/// </remarks>
public sealed class GuardedFetcher : IDisposable
{
    private readonly FetcherOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    /// <summary>A fetcher with its bounds.</summary>
    /// <param name="options">The bounds; null for the defaults.</param>
    /// <param name="clock">For the bound of time; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is out of its range.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes of its handler.")]
    public GuardedFetcher(FetcherOptions? options = null, TimeProvider? clock = null)
    {
        _options = options ?? new FetcherOptions();
        _options.Check();
        _clock = clock ?? TimeProvider.System;
        _http = new HttpClient(NewHandler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = _options.LargestAnswer };
    }

    /// <summary>Fetches a page, or hears that it is the same.</summary>
    /// <param name="address">An https address.</param>
    /// <param name="known">What the server gave last time; null to fetch whatever stands there.</param>
    /// <param name="cancel">Stops the fetch.</param>
    /// <exception cref="ChannelException">It was refused, or failed; the message says why, without the rest of the address behind the host.</exception>
    public async ValueTask<Fetched> FetchAsync(Uri address, Validators? known, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var limit = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await FollowAsync(address, known, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            throw new ChannelException(string.Create(CultureInfo.InvariantCulture, $"{address.Host}: it took longer than {_options.Timeout.TotalSeconds:0.#} seconds"), fault);
        }
        catch (HttpRequestException fault)
        {
            throw new ChannelException($"{address.Host}: {(fault.InnerException as ChannelException ?? (Exception)fault).Message}", fault);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async ValueTask<Fetched> FollowAsync(Uri first, Validators? known, CancellationToken cancel)
    {
        var address = first;
        for (var redirects = 0; redirects <= _options.MostRedirects; redirects++)
        {
            using var request = Request(address, known);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel).ConfigureAwait(false);
            if (Redirect(answer) is not { } next)
            {
                return await ReadAsync(answer, cancel).ConfigureAwait(false);
            }

            address = new Uri(address, next);
        }

        throw new ChannelException(string.Create(CultureInfo.InvariantCulture, $"{first.Host}: it redirects more than {_options.MostRedirects} times"));
    }

    private HttpRequestMessage Request(Uri address, Validators? known)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || !(address.Scheme == "https" || (address.Scheme == "http" && _options.AllowPrivate && address.IsLoopback)))
        {
            throw new ChannelException($"{(address.IsAbsoluteUri ? address.Host : "?")}: only https is fetched, and no address with a user in it");
        }

        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Comms.Core", "1.0"));
        request.Headers.IfModifiedSince = known?.LastModified;
        if (known?.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        return request;
    }

    private async ValueTask<Fetched> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            return new Fetched.Unchanged();
        }

        return answer.IsSuccessStatusCode
            ? new Fetched.Page(
                await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), answer.Content.Headers.ContentType?.MediaType,
                new Validators(answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified))
            : throw new ChannelException(string.Create(CultureInfo.InvariantCulture, $"{answer.RequestMessage?.RequestUri?.Host}: the server answered {(int)answer.StatusCode}"))
            {
                RetryAfter = ChannelHttp.RetryAfter(answer, _clock.GetUtcNow()),
            };
    }

    private static Uri? Redirect(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect ? answer.Headers.Location : null;

    private SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Connects to an address that was judged, and to no other. A proxy would choose for itself, so that none is used.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The stream owns the socket.")]
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel).ConfigureAwait(false);
        var allowed = Array.FindAll(found, address => _options.AllowPrivate || PublicAddresses.Has(address));
        if (allowed.Length == 0)
        {
            throw new ChannelException(found.Length == 0 ? "the name leads nowhere" : "it is on this machine or on a private network");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
