using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Comms.Core.Triage;

namespace Comms.Core.Replies;

/// <summary>
/// The front door for answers to people: a reply is drafted in a case, approved and scheduled as every post is, stands under
/// the message that it answers, and is recorded in its case once it stands. Nothing answers by itself. Thread-safe.
/// </summary>
public sealed class ReplyDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly ChannelDirectory _channels;
    private readonly AuthoringDesk _authoring;
    private readonly CaseDesk _cases;

    internal ReplyDesk(ILedger ledger, IAuthorizer authorizer, ChannelDirectory channels, AuthoringDesk authoring, CaseDesk cases)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _channels = channels;
        _authoring = authoring;
        _cases = cases;
    }

    /// <summary>
    /// Drafts a reply by the account that heard the message. Refused where the case is closed, the message is gone or came by
    /// a way on which nothing can answer, Welsh would be answered in English, or a bereaved person cheered at. Drafting the
    /// same reply again finds the first.
    /// </summary>
    /// <param name="reply">The words, and the case.</param>
    /// <param name="author">Who writes it; needs <see cref="Permission.Author"/> and <see cref="Permission.Handle"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ChannelException">The channel could not say what it takes.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<ReplyResult> DraftAsync(NewReply reply, Actor author, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(author);
        if (!_authorizer.May(author, Permission.Handle) || !_authorizer.May(author, Permission.Author))
        {
            return No($"{author.Id} may not answer in cases");
        }

        if (await _cases.FindAsync(reply.Case, author, cancel).ConfigureAwait(false) is not { } open)
        {
            return No($"there is no case {reply.Case}");
        }

        return !open.IsOpen ? No(open.JoinedTo is { } other ? $"it was joined to {other}: answer there" : "it is closed: reopen it first")
            : reply.Message is { } named && !open.Messages.Contains(named, StringComparer.Ordinal) ? No($"the case has no message {named}")
            : await AnsweredAsync(reply.Message is { } one ? [one] : open.Messages, cancel).ConfigureAwait(false) is not { } answered
                ? No("its source has deleted it: there is nothing left to answer there")
                : await DraftAsync(reply, answered.Heard, answered.Triaged, author, tells: false, cancel).ConfigureAwait(false);
    }

    /// <summary>Drafts what tells those who wrote in a case what came of their concern: one for each of them, under their last message. A closed case stays closed.</summary>
    /// <param name="open">The case, as its author may see it.</param>
    /// <param name="words">The words in each language in which they were approved; at least one.</param>
    /// <param name="author">As for <see cref="DraftAsync(NewReply, Actor, CancellationToken)"/>, whose permissions were looked at.</param>
    /// <param name="cancel">Stops between two drafts.</param>
    internal async ValueTask<IReadOnlyList<ReplyResult>> TellAsync(Case open, IReadOnlyList<ToldWords> words, Actor author, CancellationToken cancel)
    {
        var told = new HashSet<(string Source, string Writer)>();
        var results = new List<ReplyResult>();
        foreach (var id in open.Messages.Reverse())
        {
            if (await AnsweredAsync([id], cancel).ConfigureAwait(false) is not var (heard, triaged))
            {
                results.Add(No("its source has deleted it: there is nothing left to answer there"));
            }
            else if (told.Add((heard.Source, heard.Author?.Handle ?? heard.Id)))
            {
                var said = ToldWords.For(triaged.Findings.Language, words);
                results.Add(await DraftAsync(new NewReply { Case = open.Id, Text = said.Text, Message = id, Language = said.Language }, heard, triaged, author, tells: true, cancel).ConfigureAwait(false));
            }
        }

        return results;
    }

    /// <summary>Records in the cases what became of replies: one that stands is an answer, one that never will a note.</summary>
    /// <param name="cancel">Stops between two replies.</param>
    /// <returns>How many were recorded.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<int> RunDueAsync(CancellationToken cancel = default)
    {
        var recorded = 0;
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = ReplyRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var reply = ReplyRecord.Open(record);
            if (await ReplyFate.OfAsync(_ledger, record.Key.Id, reply, cancel).ConfigureAwait(false) is { } end)
            {
                var done = new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = null };
                recorded += await _cases.RecordReplyAsync(reply.Case, end, reply.By, done, cancel).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return recorded;
    }

    private async ValueTask<ReplyResult> DraftAsync(NewReply reply, Message heard, TriagedMessage triaged, Actor author, bool tells, CancellationToken cancel)
    {
        if (_channels.Find(heard.Source) is not IReplies)
        {
            return No($"it came by {heard.Source}, where a post cannot answer: answer by hand, and record it");
        }

        if (ReplyRules.Shipped.Against(reply.Text, reply.Language, triaged.Findings).ToArray() is { Length: > 0 } against)
        {
            return new ReplyResult.Refused(against);
        }

        var key = $"reply:{ContentId.Of(reply.Case, heard.Id, reply.Text, author.Id)}";
        var record = new ReplyRecord(reply.Case, heard.Id, heard.Source, author.Id) { Tells = tells };
        // Refused when it is there already: the same reply is under way.
        await _ledger.CommitAsync(
            new LedgerBatch { Writes = [new LedgerWrite { Key = ReplyRecord.Key(Draft.IdOf(key)), Expected = 0, Content = record.Seal() }] }, cancel).ConfigureAwait(false);
        var draft = new NewDraft
        {
            Text = reply.Text,
            Accounts = [heard.Source],
            Language = reply.Language,
            InReplyTo = new ReplyTo(heard.ItemId, heard.Author?.Handle),
            Key = key,
        };
        return ReplyResult.Of(await _authoring.AddAsync(draft, author, cancel).ConfigureAwait(false));
    }

    /// <summary>The last of the messages that still stands at its source.</summary>
    private async ValueTask<(Message Heard, TriagedMessage Triaged)?> AnsweredAsync(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        foreach (var id in ids.Reverse())
        {
            if (await Message.FindStandingAsync(_ledger, id, cancel).ConfigureAwait(false) is { } message
                && await TriagedMessage.FindAsync(_ledger, id, cancel).ConfigureAwait(false) is { } triaged)
            {
                return (message, triaged);
            }
        }

        return null;
    }

    private static ReplyResult.Refused No(string reason) => new([reason]);
}
