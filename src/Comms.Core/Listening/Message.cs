using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>
/// A message that was heard and is in the ledger. Only Listening makes one, so that a message which nobody recorded
/// cannot be triaged. Immutable.
/// </summary>
public sealed class Message
{
    internal const string Kind = "message";

    private readonly MessageRecord _body;

    internal Message(string id, MessageRecord body)
    {
        Id = id;
        _body = body;
    }

    /// <summary>The message's name everywhere in the engine; the same source and item give the same id.</summary>
    public string Id { get; }

    /// <summary>The source it came from.</summary>
    public string Source => _body.Source;

    /// <summary>The source's own id of it.</summary>
    public string ItemId => _body.Item.Id;

    /// <summary>1 as first heard, one more for each change of its words.</summary>
    public int Edition => _body.Edition;

    /// <summary>When it was heard.</summary>
    public DateTimeOffset HeardAt => _body.HeardAt;

    /// <summary>When it was written: the instant from which duties are counted.</summary>
    public DateTimeOffset At => _body.Item.At;

    /// <summary>The words, unchanged.</summary>
    public string Text => _body.Item.Text;

    /// <summary>Who wrote it; null when it is anonymous.</summary>
    public Author? Author => _body.Item.Author;

    /// <summary>How it came.</summary>
    public Act Act => _body.Item.Act;

    /// <summary>What it answers; null when nothing.</summary>
    public string? InReplyTo => _body.Item.InReplyTo;

    /// <summary>Where people see it; null when it has no address.</summary>
    public string? Url => _body.Item.Url;

    /// <summary>The service it is about, where the source told; null when it did not.</summary>
    public string? Service => _body.Item.Service;

    /// <summary>The place it is about, where the source told; null when it did not.</summary>
    public string? Place => _body.Item.Place;

    /// <summary>The groups to which the author told that they belong; empty where nobody asked.</summary>
    public IReadOnlyList<string> Groups => _body.Groups;

    /// <summary>When it was deleted at its source; null while it stands. Its words and its author are gone then.</summary>
    public DateTimeOffset? DeletedAt => _body.DeletedAt;

    /// <summary>Finds one that stands at its source; null where there is none, or it was deleted there.</summary>
    internal static async ValueTask<Message?> FindStandingAsync(ILedger ledger, string id, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(Kind, id), cancel).ConfigureAwait(false) is { } record && Open(record) is { DeletedAt: null } message ? message : null;

    internal static RecordKey KeyFor(string source, string itemId) => new(Kind, ContentId.Of(Kind, source, itemId));

    /// <summary>A message that stays outside the ledger: heard when it was written.</summary>
    internal static Message Of(string source, SourceItem item) =>
        new(KeyFor(source, item.Id).Id, new MessageRecord(source, Edition: 1, item.At, DeletedAt: null, item));

    internal static Message Open(LedgerRecord record) => new(record.Key.Id, MessageRecord.Open(record));
}
