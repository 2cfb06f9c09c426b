using Comms.Core.Channels;

namespace Comms.Core.Tests.Replies;

/// <summary>A channel in memory that reaches each reader apart, has a list, and can answer.</summary>
internal sealed class LetterChannel(InMemoryChannel inner) : IChannel, IRecipients, IReplies
{
    /// <summary>Whom it sent something to.</summary>
    public List<string?> Reached { get; } = [];

    public ChannelAccount Account => inner.Account;

    public bool NamesWhoIsAnswered => false;

    public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => inner.DescribeAsync(cancel);

    public ValueTask<IReadOnlyList<string>> RecipientsAsync(CancellationToken cancel) => ValueTask.FromResult<IReadOnlyList<string>>(["everyone@b.example"]);

    public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) => inner.PrepareAsync(rendition, context, cancel);

    public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
    {
        Reached.Add(context.Recipient);
        return inner.SendAsync(post, key, context, cancel);
    }
}
