using System.Text.Json;
using Comms.Core.Channels;

namespace Comms.Core.Exercises.Playing;

/// <summary>A channel of an exercise. It has a platform's limits, keeps its posts in memory, and takes none that does not say what it is.</summary>
internal sealed class SimulatedChannel : IChannel, IReadBack
{
    private readonly InMemoryChannel _posts;

    public SimulatedChannel(string id, ChannelTraits? traits)
    {
        var account = new ChannelAccount { Id = Simulation.Named(id), Channel = "simulated" };
        _posts = new InMemoryChannel(account, traits ?? InMemoryChannel.Unlimited);
    }

    public ChannelAccount Account => _posts.Account;

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => _posts.DescribeAsync(cancel);

    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
        _posts.PrepareAsync(rendition, context, cancel);

    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) =>
        JsonSerializer.Deserialize(post.Bytes.Span, ChannelJson.Default.Rendition)!.Text.StartsWith(Simulation.Mark.Words, StringComparison.Ordinal)
            ? _posts.SendAsync(post, key, context, cancel)
            : ValueTask.FromResult<SendOutcome>(new SendOutcome.Rejected($"the text does not say {Simulation.Word}"));

    public ValueTask<ReadBack> FindAsync(Attempt attempt, CancellationToken cancel) => _posts.FindAsync(attempt, cancel);
}
