using System.Globalization;
using System.Net;
using System.Text;
using Comms.Core.Channels;

namespace Comms.Core.KillHost;

/// <summary>
/// An account of the test's own server, which keeps its own log of what readers see. The account's name says how it takes the
/// same post twice: <c>ByKey-17</c>.
/// </summary>
internal class HttpBoard(HttpClient http, string account, Target target) : IChannel
{
    private readonly IdempotencyClass _idempotency = Enum.Parse<IdempotencyClass>(account.Split('-')[0]);

    public ChannelAccount Account { get; } = new() { Id = account, Channel = "board" };

    /// <summary>Boards whose class is not <see cref="IdempotencyClass.AtLeastOnce"/> can be asked what stands.</summary>
    public static IChannel Of(HttpClient http, string account, Target target)
    {
        var plain = new HttpBoard(http, account, target);
        return plain._idempotency == IdempotencyClass.AtLeastOnce ? plain : new AskableBoard(http, account, target);
    }

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(new ChannelTraits
    {
        Version = "board/1",
        Source = "the kill matrix",
        Checked = new DateOnly(2026, 11, 30),
        Idempotency = _idempotency,
    });

    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        target.Reach(account, Step.BeforePreparing);
        using var picture = new StringContent("a picture");
        using var upload = await http.PutAsync(new Uri($"{account}/upload", UriKind.Relative), picture, cancel);
        target.Reach(account, Step.AfterPreparing);
        return new PreparedPost { Bytes = Encoding.UTF8.GetBytes(rendition.Text) };
    }

    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        target.Reach(account, Step.BeforeSending);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{account}/{key.Value}", UriKind.Relative)) { Content = new ByteArrayContent(post.Bytes.ToArray()) };
        request.Headers.Add("X-Process", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Dies-At", $"{(target.Account == account ? target.Step : Step.None)}");
        using var answer = await http.SendAsync(request, cancel);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => new SendOutcome.Accepted(new Receipt(await answer.Content.ReadAsStringAsync(cancel))),

            HttpStatusCode.Conflict when answer.Headers.Location is { } there && !await StandsAsync(there, cancel) =>
                throw new ChannelException("the board says that it stands already, and names a place where nothing is"),

            // The id that was chosen is there: the post stands.
            HttpStatusCode.Conflict => new SendOutcome.Accepted(new Receipt(key.Value)),
            HttpStatusCode.TooManyRequests => new SendOutcome.NotSent("too many requests"),
            HttpStatusCode.Unauthorized => new SendOutcome.NotSent("the credential does not hold"),

            // A duplicate that nobody can name, or a server's own fault, says nothing.
            var other => throw new ChannelException($"the board answered {other}"),
        };
    }

    private async Task<bool> StandsAsync(Uri link, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(link, cancel);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>A board that can be asked what stands.</summary>
    private sealed class AskableBoard(HttpClient http, string account, Target target) : HttpBoard(http, account, target), IReadBack
    {
        private readonly HttpClient _http = http;
        private readonly Target _target = target;

        public async ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
        {
            _target.Reach(Account.Id, Step.BeforeLooking);
            using var answer = await _http.GetAsync(new Uri($"{Account.Id}/{attempt.Key.Value}", UriKind.Relative), cancel);
            _target.Reach(Account.Id, Step.AfterLooking);
            return answer.StatusCode == HttpStatusCode.OK ? new ReadBack.Found(new Receipt(attempt.Key.Value)) : new ReadBack.Absent();
        }
    }
}
