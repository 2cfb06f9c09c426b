using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Triage;

namespace Comms.Core.Engagement.Posts;

/// <summary>Reads which posts stand, and who turned to them where the desk listens. Answers to one person are no posts.</summary>
internal sealed class PostReader(ILedger ledger, ChannelDirectory channels)
{
    public async ValueTask<IReadOnlyList<SentPost>> ReadAsync(CancellationToken cancel)
    {
        var sent = new List<Delivery>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            if (Delivery.Open(record) is { State: DeliveryState.Published, Rendition.InReplyTo: null, Rendition.AnswerTo: null } delivery)
            {
                sent.Add(delivery);
            }
        }

        var responses = await ResponsesAsync(sent, cancel).ConfigureAwait(false);
        return [.. sent.GroupBy(delivery => (delivery.Post, delivery.Rendition.Account)).Select(post => Read([.. post], responses[post.Key]))];
    }

    /// <summary>What was heard below any part of a post, by the post and its account.</summary>
    private async ValueTask<ILookup<(string Post, string Account), DateTimeOffset>> ResponsesAsync(List<Delivery> sent, CancellationToken cancel)
    {
        var standing = new Dictionary<(string Account, string Item), string>();
        foreach (var delivery in sent)
        {
            standing[(delivery.Rendition.Account, delivery.Receipt!.Id)] = delivery.Post;
        }

        var heard = new List<((string, string) Post, DateTimeOffset At)>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            if (TriagedMessage.Open(record) is { InReplyTo: { } item } message && standing.TryGetValue((message.Source, item), out var post))
            {
                heard.Add(((post, message.Source), message.At));
            }
        }

        return heard.ToLookup(one => one.Post, one => one.At);
    }

    private SentPost Read(IReadOnlyList<Delivery> parts, IEnumerable<DateTimeOffset> responses)
    {
        var first = parts[0].Rendition;
        var facets = parts.SelectMany(part => part.Rendition.Facets).ToArray();
        return new SentPost
        {
            Id = parts[0].Post,
            Account = first.Account,
            At = parts[0].PlannedFor,
            Channel = channels.Find(first.Account)?.Account.Channel,
            Form = Form(first, facets),
            Topics = [.. facets.Where(facet => facet.Kind == FacetKind.Hashtag).Select(facet => "#" + facet.Target.ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
            Responses = [.. responses],
        };
    }

    private static string Form(Rendition first, Facet[] facets) =>
        first.Parts > 1 ? "thread"
        : first.Media.Any(media => media.Type.StartsWith("video/", StringComparison.Ordinal)) ? "video"
        : first.Media.Any(media => media.Type.StartsWith("image/", StringComparison.Ordinal)) ? "picture"
        : facets.Any(facet => facet.Kind == FacetKind.Link) ? "link"
        : "text";
}
