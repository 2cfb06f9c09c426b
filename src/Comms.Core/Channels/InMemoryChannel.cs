using System.Collections.Concurrent;
using System.Text.Json;

namespace Comms.Core.Channels;

/// <summary>
/// A channel that keeps its posts in memory: for tests, for rehearsals and for the first look at the engine. It honours
/// keys for ever and can be asked what stands. Thread-safe.
/// </summary>
public sealed class InMemoryChannel : IDocuments, IReadBack, IReplies
{
    private readonly ConcurrentDictionary<DeliveryKey, (ReadOnlyMemory<byte> Bytes, Receipt Receipt)> _posts = new();
    private readonly ConcurrentQueue<Rendition> _shown = new();
    private readonly ChannelTraits _traits;

    /// <summary>A channel without a limit on length that takes four pictures and threads.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    public InMemoryChannel(string id)
        : this(new ChannelAccount { Id = id, Channel = "memory" }, Unlimited)
    {
    }

    /// <summary>A channel with stated limits. Its idempotency is always by key.</summary>
    /// <param name="account">The account it serves.</param>
    /// <param name="traits">Its limits.</param>
    public InMemoryChannel(ChannelAccount account, ChannelTraits traits)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(traits);
        Account = account;
        _traits = traits with { Idempotency = IdempotencyClass.ByKey, KeyLifetime = null };
    }

    /// <summary>A channel of an exercise: it takes no text that does not begin with a mark.</summary>
    internal InMemoryChannel(ChannelAccount account, ChannelTraits traits, string mark)
        : this(account, traits) => Mark = mark;

    /// <summary>The limits of a channel that has none, but for four pictures a post.</summary>
    public static ChannelTraits Unlimited { get; } = new()
    {
        Version = "memory/1",
        Source = "this library",
        Checked = new DateOnly(2026, 11, 20),
        MaxMedia = 4,
        Threads = true,
    };

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <summary>What every text must begin with; null where it may begin with anything, as on an ordinary day.</summary>
    internal string? Mark { get; }

    /// <inheritdoc />
    public bool NamesWhoIsAnswered => false;

    /// <summary>What stands, in the order it came.</summary>
    public IReadOnlyList<Rendition> Posts => [.. _shown];

    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(_traits);

    /// <inheritdoc />
    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new PreparedPost
        {
            Bytes = JsonSerializer.SerializeToUtf8Bytes(rendition, ChannelJson.Default.Rendition),
        });
    }

    /// <inheritdoc />
    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(post);
        cancel.ThrowIfCancellationRequested();
        if (Mark is not null && !Shown(post).Text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return ValueTask.FromResult<SendOutcome>(new SendOutcome.Rejected($"the text does not begin with “{Mark.TrimEnd()}”"));
        }

        var receipt = new Receipt($"{Account.Id}/{key}");
        var standing = _posts.GetOrAdd(key, (post.Bytes, receipt));
        if (ReferenceEquals(standing.Receipt, receipt))
        {
            _shown.Enqueue(Shown(post));
        }

        return ValueTask.FromResult<SendOutcome>(standing.Bytes.Span.SequenceEqual(post.Bytes.Span)
            ? new SendOutcome.Accepted(standing.Receipt)
            : new SendOutcome.Rejected("another post stands under this key"));
    }

    /// <inheritdoc />
    public ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return ValueTask.FromResult<ReadBack>(_posts.TryGetValue(attempt.Key, out var standing)
            ? new ReadBack.Found(standing.Receipt)
            : new ReadBack.Absent());
    }

    private static Rendition Shown(PreparedPost post) => JsonSerializer.Deserialize(post.Bytes.Span, ChannelJson.Default.Rendition)!;
}
