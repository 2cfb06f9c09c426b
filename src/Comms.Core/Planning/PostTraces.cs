using System.Runtime.CompilerServices;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.Planning;

/// <summary>
/// What posts of ours hold of a person, as answers do: their account, or their words. A post that is over loses its words in
/// every record of it, its frozen bytes too; one that may still go out is kept as it was approved, for a person to decide.
/// </summary>
internal sealed class PostTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        var underWay = await UnderWayAsync(cancel).ConfigureAwait(false);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (record, post, words, at, owner, erased) in AllAsync(cancel).ConfigureAwait(false))
        {
            if (!words.Any(rendition => Tells(rendition, traces)))
            {
                continue;
            }

            var item = new HeldItem("post", post, at, string.Join('\n', words.Select(rendition => rendition.Text)), new Dictionary<string, string>(StringComparer.Ordinal) { ["record"] = record.Key.Kind });
            if (!underWay.Contains(post))
            {
                yield return new PersonalRecord(item, new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = erased(), Due = record.Due });
            }
            else if (kept.Add(post))
            {
                yield return new PersonalRecord(item, Erasure: null)
                {
                    Kept = new KeptItem("post", post, "a post of ours that names or quotes them may still go out: send it or withdraw it", owner, DateOnly.FromDateTime(now.UtcDateTime)),
                };
            }
        }

        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = CheckInRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = CheckInRecord.Open(record);
            if (body.Items.Any(item => traces.TellIn(item.Title)))
            {
                var next = body with { Items = [.. body.Items.Select(item => traces.TellIn(item.Title) ? item with { Title = ErasedWords.Mark } : item)] };
                yield return new PersonalRecord(
                    new HeldItem(CheckInRecord.Kind, record.Key.Id, At: null, Text: null, new Dictionary<string, string>(StringComparer.Ordinal)),
                    new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = next.Seal() });
            }
        }
    }

    private static bool Tells(Rendition rendition, PersonTraces traces) =>
        traces.TellIn(rendition.Text) || rendition.Media.Any(media => traces.TellIn(media.Alt)) || rendition.Beside.Any(beside => traces.TellIn(beside.Words)) || new[] { rendition.InReplyTo, rendition.Original }.OfType<string>().Any(traces.Items.Contains)
        || (rendition.AnswerTo is { } handle && traces.TellIn(handle));

    /// <summary>Posts that may still go out: approved and without a time, or with a delivery that is not over.</summary>
    private async ValueTask<HashSet<string>> UnderWayAsync(CancellationToken cancel)
    {
        var underWay = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = ApprovedPost.Kind }, cancel).ConfigureAwait(false))
        {
            underWay.Add(record.Key.Id);
        }

        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = ScheduledPost.Kind }, cancel).ConfigureAwait(false))
        {
            underWay.Remove(ScheduledPost.DraftOf(record.Key.Id));
        }

        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            if (Delivery.Open(record) is var delivery && !DeliveryTransitions.IsOver(delivery.State))
            {
                underWay.Add(ScheduledPost.DraftOf(delivery.Post));
            }
        }

        return underWay;
    }

    private async IAsyncEnumerable<(LedgerRecord Record, string Post, IReadOnlyList<Rendition> Words, DateTimeOffset? At, string Owner, Func<byte[]> Erased)> AllAsync(
        [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var kind in (string[])[Draft.Kind, ApprovedPost.Kind, ScheduledPost.Kind, Delivery.Kind])
        {
            await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = kind }, cancel).ConfigureAwait(false))
            {
                yield return kind switch
                {
                    Draft.Kind when Draft.Open(record) is var draft => (record, draft.Id, [.. draft.Renditions, new Rendition { Account = "", Text = PairedText.Whole(draft.Pair?.Text, draft.Text) }], draft.WrittenAt, draft.Author, () => DraftRecord.WithoutWords(record)),
                    ApprovedPost.Kind when ApprovedPost.Open(record) is var approved => (record, approved.Id, approved.Renditions, approved.ApprovedAt, approved.Author, () => ApprovedPostRecord.WithoutWords(record)),
                    ScheduledPost.Kind when ScheduledPost.Open(record) is var scheduled => (record, ScheduledPost.DraftOf(scheduled.Id), scheduled.Renditions, scheduled.When.Instant, scheduled.ScheduledBy, () => ScheduledPostRecord.WithoutWords(record)),
                    _ => OfDelivery(record, Delivery.Open(record)),
                };
            }
        }
    }

    private static (LedgerRecord Record, string Post, IReadOnlyList<Rendition> Words, DateTimeOffset? At, string Owner, Func<byte[]> Erased) OfDelivery(
        LedgerRecord record, Delivery delivery) =>
        (record, ScheduledPost.DraftOf(delivery.Post), [delivery.Rendition], delivery.PlannedFor, delivery.Post, () => delivery.Body.WithoutWords().Seal());
}
