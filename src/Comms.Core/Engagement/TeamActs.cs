using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Publishing;
using Comms.Core.RoundUps.Reads;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.Engagement;

/// <summary>
/// Reads what the team did towards the accounts that were heard: posts that stand and name them, answers to them, and what
/// it passed on of theirs, by link in a post or in an approved read-round-up.
/// </summary>
internal sealed class TeamActs(ILedger ledger)
{
    private readonly Dictionary<string, string> _writers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>A message was heard, and its author with it.</summary>
    public void Heard(TriagedMessage message, string account)
    {
        _writers[message.MessageId] = account;
        if (message.Url is { } url)
        {
            _pages[url] = account;
        }
    }

    /// <summary>Who wrote a message; null when it was not heard, or is anonymous.</summary>
    public string? WriterOf(string? messageId) => messageId is null ? null : _writers.GetValueOrDefault(messageId);

    public async ValueTask<IReadOnlyList<Interaction>> ReadAsync(CancellationToken cancel)
    {
        var acts = new HashSet<(string Post, string Account, Act Act, DateTimeOffset At)>();
        var names = new NamesInText(_writers.Values.Distinct(StringComparer.Ordinal));
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            if (Delivery.Open(record) is { State: DeliveryState.Published } delivery)
            {
                acts.UnionWith(Of(delivery.Rendition, names).Select(act => (delivery.Post, act.Account, act.Act, delivery.PlannedFor)));
            }
        }

        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = ReadRecord.Kind }, cancel).ConfigureAwait(false))
        {
            if (ReadRoundUp.Open(record) is { State: ReadState.Approved } edition)
            {
                acts.UnionWith(PassedOn(edition.Items.Select(item => item.Url)).Select(account => (edition.Title, account, Act.Repost, edition.FrozenAt)));
            }
        }

        return [.. acts.Select(act => new Interaction { Account = act.Account, ByTeam = true, Act = act.Act, At = act.At })];
    }

    private IEnumerable<(string Account, Act Act)> Of(Rendition rendition, NamesInText names)
    {
        if (rendition.Document is not null)
        {
            // A page tells its readers of others: it turns to none of them.
            return [];
        }

        var isAnswer = rendition.InReplyTo is not null || rendition.AnswerTo is not null;
        var answered = rendition.AnswerTo ?? WriterOf(rendition.InReplyTo is { } item ? Message.KeyFor(rendition.Account, item).Id : null);
        string[] passedOn = [.. PassedOn(rendition.Facets.Where(facet => facet.Kind == FacetKind.Link).Select(facet => facet.Target))];
        // Whom a post names as the writer of what it passes on, it asks nothing.
        return names.In(rendition.Text).Except(passedOn, StringComparer.Ordinal).Concat(answered is null ? [] : [answered]).Select(account => (account, isAnswer ? Act.Reply : Act.Mention))
            .Concat(passedOn.Select(account => (account, Act.Repost)));
    }

    private IEnumerable<string> PassedOn(IEnumerable<string> addresses) => addresses.Select(_pages.GetValueOrDefault).OfType<string>();
}
