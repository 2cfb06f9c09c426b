using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.LegalHolds;

/// <summary>A hold that keeps messages from erasure. Immutable; only <see cref="LegalHoldDesk"/> makes one.</summary>
public sealed class LegalHold
{
    private readonly LegalHoldRecord _body;

    internal LegalHold(string key, LegalHoldRecord body) => (Key, _body) = (key, body);

    /// <summary>Its name.</summary>
    public string Key { get; }

    /// <summary>Why.</summary>
    public string Reason => _body.Reason;

    /// <summary>Who sees to it.</summary>
    public string Owner => _body.Owner;

    /// <summary>When to look again whether it is needed.</summary>
    public DateOnly ReviewOn => _body.ReviewOn;

    /// <summary>The messages that it names.</summary>
    public IReadOnlyList<string> Messages => _body.Messages;

    /// <summary>The accounts whose words it keeps; empty once it was released.</summary>
    public IReadOnlyList<string> Writers => _body.Writers;

    /// <summary>The beginning of the span whose messages it keeps; null for none.</summary>
    public DateTimeOffset? From => _body.From;

    /// <summary>The end of that span; null for none.</summary>
    public DateTimeOffset? To => _body.To;

    /// <summary>Who placed it as it now is.</summary>
    public string PlacedBy => _body.PlacedBy;

    /// <summary>When.</summary>
    public DateTimeOffset PlacedAt => _body.PlacedAt;

    /// <summary>When it was released; null while it stands.</summary>
    public DateTimeOffset? ReleasedAt => _body.ReleasedAt;

    internal static LegalHold Open(LedgerRecord record) => new(record.Key.Id, LegalHoldRecord.Open(record));

    internal bool Keeps(TracedMessage message) =>
        ReleasedAt is null
        && (Messages.Contains(message.Id, StringComparer.Ordinal)
            || (message.Author is { } author && Writers.Contains(author.Handle, StringComparer.OrdinalIgnoreCase))
            || ((From is not null || To is not null) && !(message.At < From) && !(message.At >= To)));
}
