using Comms.Core.Channels;

namespace MultiHost;

/// <summary>A notice board that takes its time, so that kills find hosts in the middle of a send; every call is written down.</summary>
internal sealed class SlowBoard(FolderChannel board, string calls) : IChannel, IReadBack
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    public ChannelAccount Account => board.Account;

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => board.DescribeAsync(cancel);

    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
        board.PrepareAsync(rendition, context, cancel);

    public async ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        await File.AppendAllTextAsync(calls, $"{key}\n", CancellationToken.None);
        await Task.Delay(Pause, TimeProvider.System, cancel);
        var outcome = await board.SendAsync(post, key, context, cancel);
        await Task.Delay(Pause, TimeProvider.System, cancel);
        return outcome;
    }

    public ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel) => board.FindAsync(attempt, cancel);
}
