using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Text;

namespace Comms.Core.Authoring;

/// <summary>The front door of Authoring: takes what authors write and keeps it as drafts. Thread-safe.</summary>
public sealed class AuthoringDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly Renderer _renderer;
    private readonly Telemetry _telemetry;
    private readonly Func<Draft, LedgerWrite?> _beside;

    internal AuthoringDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, ChannelDirectory channels, Telemetry telemetry, TextMark? mark = null, Func<Draft, LedgerWrite?>? beside = null,
        LinkTracking? tracking = null)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
        _renderer = new Renderer(channels, mark, tracking);
        _telemetry = telemetry;
        _beside = beside ?? (static _ => null);
    }

    /// <summary>Makes a draft with its renditions for every account, and keeps it.</summary>
    /// <param name="draft">What was written.</param>
    /// <param name="author">Who wrote it; needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ChannelException">A channel could not say what it takes.</exception>
    public async ValueTask<DraftResult> AddAsync(NewDraft draft, Actor author, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(author);
        if (Refusals(draft, author) is { Count: > 0 } reasons)
        {
            return new DraftResult.Refused(reasons);
        }

        var now = _clock.GetUtcNow();
        var id = Identify(draft, author, now);
        if (await FindAsync(id, cancel).ConfigureAwait(false) is { } known)
        {
            return new DraftResult.Existing(known);
        }

        using var span = _telemetry.Start("draft", id);
        var renditions = await _renderer.RenderAsync(draft, cancel).ConfigureAwait(false);
        var added = new Draft(id, author.Id, now, draft, renditions, revision: 1);
        var committed = await _ledger.CommitAsync(
            new LedgerBatch
            {
                Writes = [new LedgerWrite { Key = added.RecordKey, Expected = 0, Content = added.Seal() }, .. _beside(added) is { } beside ? [beside] : Array.Empty<LedgerWrite>()],
                Entries = [AuditEvent.Entry(now, author, "draft", added.RecordKey)],
            },
            cancel).ConfigureAwait(false);
        return committed.Committed
            ? new DraftResult.Added(added)
            : new DraftResult.Existing((await FindAsync(id, cancel).ConfigureAwait(false))!);
    }

    /// <summary>Finds a draft; null when there is none.</summary>
    /// <exception cref="LedgerException">The stored draft is damaged.</exception>
    public async ValueTask<Draft?> FindAsync(string id, CancellationToken cancel = default) =>
        await _ledger.FindAsync(new RecordKey(Draft.Kind, id), cancel).ConfigureAwait(false) is { } record ? Draft.Open(record) : null;

    /// <summary>Reads all drafts in the order they were written.</summary>
    public async IAsyncEnumerable<Draft> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Draft.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Draft.Open(record);
        }
    }

    private List<string> Refusals(NewDraft draft, Actor author)
    {
        var reasons = new List<string>();
        if (!_authorizer.May(author, Permission.Author))
        {
            reasons.Add($"{author.Id} may not write drafts");
        }

        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            reasons.Add("there are no words");
        }

        if (draft.Accounts.Count == 0)
        {
            reasons.Add("it names no account");
        }

        if (draft.Warning is not null && string.IsNullOrWhiteSpace(draft.Warning))
        {
            reasons.Add("its content warning is blank");
        }

        if (draft is { Warning: not null, Document: not null })
        {
            reasons.Add("a page has no content warning");
        }

        if (draft.Card is { } card && (string.IsNullOrWhiteSpace(card.Title) || !draft.Text.Contains(card.Url, StringComparison.Ordinal)))
        {
            reasons.Add("its card has no title, or is of a link that does not stand in the words");
        }

        if (draft.NotBefore >= draft.NotAfter)
        {
            reasons.Add("it is over before its embargo ends");
        }

        reasons.AddRange(AgainstPair(draft));
        if (draft is { Document: not null, InReplyTo: not null })
        {
            reasons.Add("an answer is words alone, and no page");
        }

        reasons.AddRange(draft.Variants.Keys.Except(draft.Accounts, StringComparer.Ordinal)
            .Concat(draft.Pair is { } pair ? pair.Variants.Keys.Except(draft.Accounts.Select(pair.PlaceOn), StringComparer.Ordinal) : [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(account => $"it has words for {account}, which is not one of its accounts"));
        return reasons;
    }

    private static IEnumerable<string> AgainstPair(NewDraft draft) =>
        draft.Pair is not { } pair ? []
        : string.IsNullOrWhiteSpace(pair.Text) ? ["there are no words in the other language"]
        : string.IsNullOrWhiteSpace(pair.Warning) != (draft.Warning is null) ? ["only one half has a content warning"]
        : LanguageTag.Same(pair.Language, draft.Language) ? ["both halves are in one language"]
        : draft.Document is not null ? ["a page has no other half: write one for each language"]
        : draft.InReplyTo is not null ? ["an answer is in the language of who wrote"]
        :
        [
            .. pair.Accounts.Keys.Except(draft.Accounts, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(account => $"its other half would stand elsewhere than on {account}, which is not one of its accounts"),
            .. pair.Accounts.Values.Intersect(draft.Accounts, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(account => $"{account} is for its other half, and not one of its accounts as well"),
        ];

    private static string Identify(NewDraft draft, Actor author, DateTimeOffset now) => draft.Key is { } key
        ? Draft.IdOf(key)
        : ContentId.Of(
            "text", PairedText.Whole(draft.Pair?.Text, draft.Text), string.Join(' ', draft.Accounts), author.Id, now.UtcTicks.ToString(CultureInfo.InvariantCulture));
}
