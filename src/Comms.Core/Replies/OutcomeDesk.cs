using System.Runtime.CompilerServices;
using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Cases;
using Comms.Core.Cases.Concerns;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Text;

namespace Comms.Core.Replies;

/// <summary>
/// The front door for “you said, we did”: what came of a concern is drafted as a post, and once that is approved, told to
/// those who asked in the approved words. Nothing is told by itself. Thread-safe.
/// </summary>
public sealed class OutcomeDesk
{
    private readonly IAuthorizer _authorizer;
    private readonly AuthoringDesk _authoring;
    private readonly ApprovalDesk _approval;
    private readonly CaseDesk _cases;
    private readonly ConcernDesk _concerns;
    private readonly ReplyDesk _replies;

    internal OutcomeDesk(IAuthorizer authorizer, AuthoringDesk authoring, ApprovalDesk approval, CaseDesk cases, ConcernDesk concerns, ReplyDesk replies) =>
        (_authorizer, _authoring, _approval, _cases, _concerns, _replies) = (authorizer, authoring, approval, cases, concerns, replies);

    /// <summary>Drafts a post that tells what came of a concern. The same words for the same accounts are the same draft.</summary>
    /// <param name="post">The concern, and where it is told.</param>
    /// <param name="author">Who writes it; needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ChannelException">A channel could not say what it takes.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<ReplyResult> DraftAsync(NewOutcomePost post, Actor author, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(author);
        var concern = await _concerns.FindAsync(post.Concern, cancel).ConfigureAwait(false);
        return concern is null ? No($"there is no concern {post.Concern}")
            : concern.Outcome is not { } outcome ? No("nothing has come of it yet: record that first")
            : post.Text is null && !LanguageTag.Same(post.Language, "en") ? No($"there are no words in {post.Language}: write them")
            : await DraftAsync(post, concern, outcome, author, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Drafts a reply to each who asked, in words that were approved for all: refused until a post that tells it is approved.
    /// Those who wrote in Welsh are told in Welsh. Telling again finds the drafts of the first time.
    /// </summary>
    /// <param name="concern">The concern's id.</param>
    /// <param name="author">Who tells; needs <see cref="Permission.Author"/> and <see cref="Permission.Handle"/>. Cases that they may not see are passed over.</param>
    /// <param name="cancel">Stops between two drafts.</param>
    /// <exception cref="ChannelException">A channel could not say what it takes.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<TellingResult> TellAsync(string concern, Actor author, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(author);
        if (!_authorizer.May(author, Permission.Handle) || !_authorizer.May(author, Permission.Author))
        {
            return new TellingResult.Refused([$"{author.Id} may not answer in cases"]);
        }

        if (await _concerns.FindAsync(concern, cancel).ConfigureAwait(false) is not { } known)
        {
            return new TellingResult.Refused([$"there is no concern {concern}"]);
        }

        var words = await ApprovedAsync(known, cancel).ToListAsync(cancel).ConfigureAwait(false);
        return words.Count == 0 ? new TellingResult.Refused(["no post that tells it is approved yet"])
            : new TellingResult.Drafted(await TellAsync(known, words, author, cancel).ConfigureAwait(false));
    }

    /// <summary>Reads what was done about concerns and may be told: each whose post is approved, with when that was.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<ApprovedOutcome> ListApprovedAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var concern in _concerns.ListAsync(cancel).ConfigureAwait(false))
        {
            if (await ApprovedAsync(concern, cancel).FirstOrDefaultAsync(cancel).ConfigureAwait(false) is { } told)
            {
                yield return new ApprovedOutcome(concern, told.ApprovedAt);
            }
        }
    }

    private async ValueTask<ReplyResult> DraftAsync(NewOutcomePost post, Concern concern, ConcernOutcome outcome, Actor author, CancellationToken cancel)
    {
        var text = post.Text ?? ReplyRules.Shipped.Outcome.Replace("{said}", concern.Said, StringComparison.Ordinal).Replace("{did}", outcome.Did, StringComparison.Ordinal);
        var draft = new NewDraft
        {
            Text = text,
            Accounts = post.Accounts,
            Language = post.Language,
            Pair = post.Pair,
            Key = $"outcome:{ContentId.Of(concern.Id, PairedText.Whole(post.Pair?.Text, text), string.Join(' ', post.Accounts), author.Id)}",
        };
        var result = ReplyResult.Of(await _authoring.AddAsync(draft, author, cancel).ConfigureAwait(false));
        if (result is ReplyResult.Drafted drafted)
        {
            await _concerns.AttachAsync(concern.Id, drafted.Draft.Id, author, cancel).ConfigureAwait(false);
        }

        return result;
    }

    private async ValueTask<TellingReport> TellAsync(Concern concern, IReadOnlyList<ToldWords> words, Actor author, CancellationToken cancel)
    {
        var (drafts, byHand) = (new List<Draft>(), new List<UntoldCase>());
        foreach (var id in concern.Cases)
        {
            if (await _cases.FindAsync(id, author, cancel).ConfigureAwait(false) is not { } one)
            {
                continue;
            }

            foreach (var result in await _replies.TellAsync(one, words, author, cancel).ConfigureAwait(false))
            {
                drafts.AddRange(result is ReplyResult.Drafted drafted ? [drafted.Draft] : []);
                byHand.AddRange(result is ReplyResult.Refused refused ? [new UntoldCase(id, refused.Reasons)] : []);
            }
        }

        return new TellingReport([.. drafts.DistinctBy(draft => draft.Id)], byHand);
    }

    private async IAsyncEnumerable<ToldWords> ApprovedAsync(Concern concern, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var post in concern.Posts)
        {
            if (await _approval.FindAsync(post, cancel).ConfigureAwait(false) is { } approved
                && await _authoring.FindAsync(post, cancel).ConfigureAwait(false) is { } draft && draft.Text != ErasedWords.Mark)
            {
                yield return new ToldWords(approved.Language, draft.Text, approved.ApprovedAt);
                if (draft.Pair is { } pair)
                {
                    yield return new ToldWords(pair.Language, pair.Text, approved.ApprovedAt);
                }
            }
        }
    }

    private static ReplyResult.Refused No(string reason) => new([reason]);
}
