using System.Collections.Concurrent;
using System.Text;
using Comms.Core.Channels;

namespace Comms.Core.Tests.Publishing;

internal delegate ValueTask<SendOutcome> Sending(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel);

/// <summary>A channel that behaves as its test says and shows all that it was made to show.</summary>
internal class ScriptedChannel(string id, IdempotencyClass idempotency = IdempotencyClass.None, TimeSpan? keyLifetime = null) : IChannel
{
    private readonly ConcurrentQueue<(DeliveryKey Key, string Text)> shown = new();

    public ChannelAccount Account { get; } = new() { Id = id, Channel = "scripted" };

    public IReadOnlyList<string> Shown => [.. shown.Select(post => post.Text)];

    public List<SendContext> Contexts { get; } = [];

    public Func<CancellationToken, ValueTask> Preparing { get; set; } = _ => ValueTask.CompletedTask;

    public Func<ChannelTraits, ChannelTraits> Describing { get; set; } = traits => traits;

    /// <summary>What sends do, first to last; the last repeats. Default: show and accept.</summary>
    public Queue<Sending> Sends { get; } = new();

    public int Sent { get; private set; }

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(Describing(new ChannelTraits
    {
        Version = "1",
        Source = "test",
        Checked = new DateOnly(2026, 11, 23),
        Idempotency = idempotency,
        KeyLifetime = keyLifetime,
    }));

    public async ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        await Preparing(cancel);
        return new PreparedPost { Bytes = Encoding.UTF8.GetBytes(rendition.Text), Checkpoint = "draft-1" };
    }

    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        Sent++;
        Contexts.Add(context);
        return Sends.TryDequeue(out var send) ? send(post, key, context, cancel) : ValueTask.FromResult(Show(post, key));
    }

    public SendOutcome Show(PreparedPost post, DeliveryKey key)
    {
        if (idempotency == IdempotencyClass.None || shown.All(standing => standing.Key != key))
        {
            shown.Enqueue((key, Encoding.UTF8.GetString(post.Bytes.Span)));
        }

        return new SendOutcome.Accepted(new Receipt(key.Value));
    }

    public void Then(SendOutcome outcome) => Sends.Enqueue((_, _, _, _) => ValueTask.FromResult(outcome));

    public void ThenThrow(Exception fault, bool shows = true) => Sends.Enqueue((post, key, _, _) =>
    {
        if (shows)
        {
            Show(post, key);
        }

        throw fault;
    });

    /// <summary>Never answers, and ends only when it is cancelled, or not even then.</summary>
    public void ThenHang(bool deaf = false) => Sends.Enqueue(async (_, _, _, cancel) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, deaf ? CancellationToken.None : cancel);
        throw new InvalidOperationException("It never ends.");
    });
}

/// <summary>A scripted channel that can be asked what stands.</summary>
internal sealed class AskableChannel(string id, IdempotencyClass idempotency, ReadBack answer, TimeSpan? keyLifetime = null)
    : ScriptedChannel(id, idempotency, keyLifetime), IReadBack
{
    public Exception? Fault { get; set; }

    public ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel) =>
        Fault is null ? ValueTask.FromResult(answer) : throw Fault;
}
