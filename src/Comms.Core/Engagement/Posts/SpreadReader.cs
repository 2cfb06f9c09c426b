using Comms.Core.Cases;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Engagement.Posts;

/// <summary>Reads who used a hashtag: the team in posts that stand, and everyone where the desk listens.</summary>
internal sealed class SpreadReader(ILedger ledger, string hashtag)
{
    private const string Press = "press";

    private readonly List<HashtagUse> _uses = [];
    private readonly List<PrintedStory> _printed = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    public async ValueTask<CampaignSpread> ReadAsync(string zone, CancellationToken cancel)
    {
        await ReadOursAsync(cancel).ConfigureAwait(false);
        await ReadHeardAsync(cancel).ConfigureAwait(false);
        await ReadPrintedAsync(cancel).ConfigureAwait(false);
        return CampaignSpread.Of(hashtag, _uses, zone, _printed);
    }

    private async ValueTask ReadOursAsync(CancellationToken cancel)
    {
        var posts = new HashSet<(string, string)>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            if (Delivery.Open(record) is { State: DeliveryState.Published, Rendition.Document: null } delivery
                && WholeWords.Stand(hashtag, delivery.Rendition.Text) && posts.Add((delivery.Post, delivery.Rendition.Account)))
            {
                _uses.Add(new HashtagUse { Account = null, At = delivery.PlannedFor });
            }
        }
    }

    private async ValueTask ReadHeardAsync(CancellationToken cancel)
    {
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        var heard = new List<(HashtagUse Use, string? Below)>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            if (TriagedMessage.Open(record) is not { Author: { } author } message)
            {
                continue;
            }

            writers[message.MessageId] = author.Handle;
            if (!WholeWords.Stand(hashtag, message.Text))
            {
                continue;
            }

            _messages.Add(message.MessageId);
            heard.Add((new HashtagUse { Account = author.Handle, Kind = author.Kind, At = message.At }, message.AnsweredId));
            if (author.Kind == Press)
            {
                _printed.Add(new PrintedStory(author.Handle, message.Url ?? FirstLine.Of(message.Text), message.At));
            }
        }

        // An answer may have been heard before what it answers.
        _uses.AddRange(heard.Select(one => one.Use with { From = one.Below is { } id ? writers.GetValueOrDefault(id) : null }));
    }

    /// <summary>What the media log says of enquiries about it. Cases that only some may see stay out.</summary>
    private async ValueTask ReadPrintedAsync(CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is { RestrictedTo.Count: 0, Enquiry: { Printed: { } printed } enquiry } one
                && (one.Messages.Any(_messages.Contains) || enquiry.Texts.Any(text => WholeWords.Stand(hashtag, text))))
            {
                _printed.Add(new PrintedStory(enquiry.Outlet ?? "", printed, one.OpenedAt));
            }
        }
    }
}
