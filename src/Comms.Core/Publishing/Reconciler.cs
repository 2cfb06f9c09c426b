using Comms.Core.Channels;

namespace Comms.Core.Publishing;

/// <summary>What to do about an attempt whose outcome is not known.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It stands.</summary>
    public sealed record Stands(Receipt Receipt) : Verdict;

    /// <summary>Send the same key and bytes again: the channel cannot show them twice, or its owner would rather have that than nothing.</summary>
    public sealed record Resend(bool MayDouble) : Verdict;

    /// <summary>Ask again later: the channel could not say what it takes.</summary>
    public sealed record Later : Verdict;

    /// <summary>Only a person can tell.</summary>
    public sealed record AskPerson(string Reason) : Verdict;
}

/// <summary>
/// Settles unknown outcomes. An idempotent channel (while its key lives) and one that creates under a chosen id take the
/// same bytes again; for any other a person decides, even when the post is not to be seen, since a frozen sender may yet wake.
/// </summary>
internal sealed class Reconciler(SendPipelines pipelines, PublishingOptions options)
{
    /// <summary>What to do about an attempt that was made, or, after the ledger was restored, may have been.</summary>
    public async ValueTask<Verdict> SettleAsync(IChannel channel, Attempt attempt, CancellationToken cancel)
    {
        var seen = await LookAsync(channel, attempt, cancel).ConfigureAwait(false);
        if (seen is ReadBack.Found found)
        {
            return new Verdict.Stands(found.Receipt);
        }

        if (await TraitsAsync(channel, cancel).ConfigureAwait(false) is not { } traits)
        {
            return new Verdict.Later();
        }

        return MayResend(traits, attempt.To - attempt.From)
            ? new Verdict.Resend(traits.Idempotency == IdempotencyClass.AtLeastOnce)
            : new Verdict.AskPerson(seen is ReadBack.Unknown unknown
                ? $"nobody can tell whether it was posted: {unknown.Reason}"
                : "it is not to be seen, but it may still appear");
    }

    /// <summary>A key must still live when the repeat arrives, however long that takes.</summary>
    private bool MayResend(ChannelTraits traits, TimeSpan age) => traits.Idempotency switch
    {
        IdempotencyClass.ByKey => traits.KeyLifetime is not { } lifetime || age + options.HardStop < lifetime,
        IdempotencyClass.CreateOnly or IdempotencyClass.AtLeastOnce => true,
        _ => false,
    };

    private async ValueTask<ReadBack> LookAsync(IChannel channel, Attempt attempt, CancellationToken cancel)
    {
        if (channel is not IReadBack readBack)
        {
            return new ReadBack.Unknown("the channel cannot be asked");
        }

        try
        {
            return await pipelines.AskAsync(token => readBack.FindAsync(attempt, token), cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // Whatever the channel throws, it told nothing; the other accounts go on.
            return new ReadBack.Unknown(fault.Message);
        }
    }

    private async ValueTask<ChannelTraits?> TraitsAsync(IChannel channel, CancellationToken cancel)
    {
        try
        {
            return await pipelines.AskAsync(channel.DescribeAsync, cancel).ConfigureAwait(false);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
