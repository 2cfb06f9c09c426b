using System.Text.Json;

namespace Comms.Core.Channels;

/// <summary>
/// Helps a person to post where no adapter does: the words are fitted to the platform and approved like any others, and at
/// its time the post becomes a task with a deadline. Also for print, notice boards and intranets, which set no limits.
/// Thread-safe.
/// </summary>
public sealed class AssistedChannel : IChannel, IByHand
{
    private readonly string? _platform;
    private readonly TimeProvider _clock;

    /// <summary>A channel to one account or place.</summary>
    /// <param name="id">The account's name in the configuration.</param>
    /// <param name="platform">One of <see cref="Platform.Names"/> or another name of it; null for a place that sets no limits.</param>
    /// <param name="task">What the person is to do, in words; null for <c>post it on</c> and the platform, or <c>put it up</c>.</param>
    /// <param name="clock">For the rules of the day; null for the system's.</param>
    /// <exception cref="ArgumentException">No rules of the platform are known today.</exception>
    public AssistedChannel(string id, string? platform, string? task = null, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        _clock = clock ?? TimeProvider.System;
        if (platform is not null && Rules(platform) is null)
        {
            throw new ArgumentException($"No rules of '{platform}' are known; known are {string.Join(", ", Platform.Names)}.", nameof(platform));
        }

        _platform = platform;
        Task = task ?? (platform is null ? "put it up" : $"post it on {platform}");
        Account = new ChannelAccount { Id = id, Channel = "assisted" };
    }

    /// <summary>The limits of a place that has none: many pictures, any length.</summary>
    public static ChannelTraits Unlimited { get; } = new()
    {
        Version = "by-hand/1",
        Source = "this library",
        Checked = new DateOnly(2026, 11, 28),
        MaxMedia = 20,
    };

    /// <inheritdoc />
    public ChannelAccount Account { get; }

    /// <inheritdoc />
    public string Task { get; }

    /// <summary>The platform's rules of the day. No thread is asked of a person: what is too long is to be shortened.</summary>
    /// <inheritdoc />
    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) =>
        ValueTask.FromResult(_platform is null ? Unlimited : Rules(_platform)!.Traits with { Threads = false });

    /// <inheritdoc />
    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new PreparedPost { Bytes = JsonSerializer.SerializeToUtf8Bytes(rendition, ChannelJson.Default.Rendition) });
    }

    /// <summary>Sends nothing: a person does.</summary>
    /// <inheritdoc />
    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) =>
        ValueTask.FromResult<SendOutcome>(new SendOutcome.NotSent("a person posts it"));

    private Platform? Rules(string platform) => Platform.Find(platform, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
}
