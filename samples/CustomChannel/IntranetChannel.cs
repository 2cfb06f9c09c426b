using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Comms.Core.Channels;

namespace CustomChannel;

/// <summary>
/// An adapter of your own: an intranet whose API creates a piece of news under an id that the caller chooses
/// (<c>PUT /news/ID</c>, refused with 409 when other words stand there) and shows it (<c>GET /news/ID</c>).
/// </summary>
public sealed class IntranetChannel(string id, string address, string credential, ICredentialSource credentials) : IChannel, IReadBack, IDisposable
{
    private readonly Uri _server = ChannelHttp.Address(address);
    private readonly HttpClient _http = ChannelHttp.NewClient();

    public ChannelAccount Account { get; } = new() { Id = id, Channel = "intranet", Address = address, Credential = credential };

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(new ChannelTraits
    {
        Version = "intranet/1",
        Source = "the intranet's own manual",
        Checked = new DateOnly(2026, 11, 28),
        MaxLength = 2_000,
        Idempotency = IdempotencyClass.CreateOnly,
    });

    /// <summary>Nothing is uploaded beforehand: the words are the frozen bytes.</summary>
    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
        ValueTask.FromResult(new PreparedPost { Bytes = JsonSerializer.SerializeToUtf8Bytes(rendition.Text) });

    /// <summary>The one call that readers see. What it may throw after it left counts as an unknown outcome, and is settled by reading back.</summary>
    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        HttpRequestMessage request;
        try
        {
            request = await RequestAsync(HttpMethod.Put, key, cancel);
        }
        catch (ChannelException fault)
        {
            return new SendOutcome.NotSent(fault.Message);
        }

        using (request)
        {
            request.Content = new ReadOnlyMemoryContent(post.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            try
            {
                using var answer = await _http.SendAsync(request, cancel);
                return answer.IsSuccessStatusCode
                    ? new SendOutcome.Accepted(ReceiptOf(key))
                    : ChannelHttp.Refusal(answer, said: null, TimeProvider.System.GetUtcNow()) ?? throw new ChannelException($"{_server.Host} failed in the middle");
            }
            catch (HttpRequestException fault) when (ChannelHttp.NeverLeft(fault))
            {
                return new SendOutcome.NotSent(fault.Message);
            }
        }
    }

    public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        using var request = await RequestAsync(HttpMethod.Get, attempt.Key, cancel);
        using var answer = await _http.SendAsync(request, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => new ReadBack.Found(ReceiptOf(attempt.Key)),
            HttpStatusCode.NotFound => new ReadBack.Absent(),
            var other => new ReadBack.Unknown($"the intranet answered {(int)other}"),
        };
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<HttpRequestMessage> RequestAsync(HttpMethod method, DeliveryKey key, CancellationToken cancel)
    {
        var token = await credentials.NeedAsync(credential, _server.Host, cancel);
        return new HttpRequestMessage(method, new Uri(_server, $"news/{key}")) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private Receipt ReceiptOf(DeliveryKey key) => new(key.Value, new Uri(_server, $"news/{key}").ToString());
}
