using Comms.Core.Ledger;

namespace Comms.Core.Channels;

/// <summary>What a channel may use while it prepares and sends.</summary>
public sealed record SendContext
{
    /// <summary>The key of the delivery in hand.</summary>
    public required DeliveryKey Key { get; init; }

    /// <summary>The instant the post counts as written: the planned one, so that a repeat gives the same bytes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The call must be over by then; it lies inside the lease.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Where the bytes of pictures and files are.</summary>
    public required IMediaStore Media { get; init; }

    /// <summary>Where secrets are asked for. They are never stored, logged or put into an error.</summary>
    public required ICredentialSource Credentials { get; init; }

    /// <summary>Whom this effect is for; null on a channel that shows one post to all. See <see cref="IRecipients"/>.</summary>
    public string? Recipient { get; init; }

    /// <summary>Receipts of the thread's earlier parts, first to last. Default: none.</summary>
    public IReadOnlyList<Receipt> Parents { get; init; } = [];

    /// <summary>What an earlier preparation left behind; null at the first.</summary>
    public string? Checkpoint { get; init; }
}
