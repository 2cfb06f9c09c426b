namespace Comms.Core.Channels;

/// <summary>
/// What the one mutating call brought. Whatever else leaves it, an exception or a cancellation included, counts as an
/// unknown outcome.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>
    /// How long the channel takes nothing more of the account, whatever became of this post, as its rate limit says: the account's
    /// other posts wait too, on every host. Taken for at most a day. Default: null, it did not say.
    /// </summary>
    public TimeSpan? AccountRests { get; init; }

    /// <summary>The post stands.</summary>
    /// <param name="Receipt">The channel's own name for it.</param>
    public sealed record Accepted(Receipt Receipt) : SendOutcome;

    /// <summary>The channel said no, for good; trying again would bring the same answer.</summary>
    /// <param name="Reason">In words for the team, without personal data.</param>
    public sealed record Rejected(string Reason) : SendOutcome;

    /// <summary>The request provably had no effect: it never left, or was refused before anything was done.</summary>
    /// <param name="Reason">In words for the team, without personal data.</param>
    /// <param name="RetryAfter">How long the channel asks to wait; null when it did not say.</param>
    public sealed record NotSent(string Reason, TimeSpan? RetryAfter = null) : SendOutcome;
}
