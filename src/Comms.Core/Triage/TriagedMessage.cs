using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Listening;

namespace Comms.Core.Triage;

/// <summary>
/// A message with all that Triage found in it and where it goes. Carries what the later stages need flat: they never
/// reach back to the <see cref="Message"/>. Only Triage makes one. Immutable.
/// </summary>
public sealed class TriagedMessage
{
    internal const string Kind = "triaged";

    internal TriagedMessage(Message message, TriageFindings findings)
        : this(message.Id, message.Source, message.At, message.Text, message.Author, message.Act, message.InReplyTo, message.Url, message.Service, message.Place, findings) =>
        Groups = message.Groups;

    internal TriagedMessage(TriagedMessage first, TriageFindings findings)
        : this(first.MessageId, first.Source, first.At, first.Text, first.Author, first.Act, first.InReplyTo, first.Url, first.Service, first.Place, findings) =>
        Groups = first.Groups;

    internal TriagedMessage(
        string messageId,
        string source,
        DateTimeOffset at,
        string text,
        Author? author,
        Act act,
        string? inReplyTo,
        string? url,
        string? service,
        string? place,
        TriageFindings findings)
    {
        MessageId = messageId;
        Source = source;
        At = at;
        Text = text;
        Author = author;
        Act = act;
        InReplyTo = inReplyTo;
        Url = url;
        Service = service;
        Place = place;
        Findings = findings;
    }

    /// <summary>The id of the message.</summary>
    public string MessageId { get; }

    /// <summary>The source it came from.</summary>
    public string Source { get; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The words, unchanged. Spans of the findings count its UTF-16 units.</summary>
    public string Text { get; }

    /// <summary>Who wrote it; null when it is anonymous.</summary>
    public Author? Author { get; }

    /// <summary>How it came.</summary>
    public Act Act { get; }

    /// <summary>What it answers; null when nothing.</summary>
    public string? InReplyTo { get; }

    /// <summary>Where people see it; null when it has no address.</summary>
    public string? Url { get; }

    /// <summary>The service it is about, where the source told; null when it did not.</summary>
    public string? Service { get; }

    /// <summary>The place it is about, where the source told; null when it did not.</summary>
    public string? Place { get; }

    /// <summary>The groups to which the author told that they belong; empty where nobody asked.</summary>
    public IReadOnlyList<string> Groups { get; internal init; } = [];

    /// <summary>What was found, where it goes and why.</summary>
    public TriageFindings Findings { get; }

    /// <summary>The message that it answers, heard or not; null when it answers none.</summary>
    internal string? AnsweredId => InReplyTo is { } item ? KeyFor(Source, item).Id : null;

    /// <summary>The record of the message that a source knows by an id.</summary>
    internal static RecordKey KeyFor(string source, string itemId) => new(Kind, Message.KeyFor(source, itemId).Id);

    /// <summary>Finds one by the message's id; null where there is none, or its source has deleted it.</summary>
    internal static async ValueTask<TriagedMessage?> FindAsync(ILedger ledger, string messageId, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(Kind, messageId), cancel).ConfigureAwait(false) is { } record ? Open(record) : null;

    internal byte[] Seal() => TriagedMessageRecord.Seal(this);

    internal static TriagedMessage Open(LedgerRecord record) => TriagedMessageRecord.Open(record);
}
