using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>A room's own record about a person, and the write that takes the person out of it; no write where nothing of theirs stands in it.</summary>
internal sealed record PersonalRecord(HeldItem Item, LedgerWrite? Erasure)
{
    /// <summary>Why it stays as it is although something of theirs stands in it; null when it does not.</summary>
    public KeptItem? Kept { get; init; }
}

/// <summary>A room that holds records about persons. Each room knows its own records and no other's.</summary>
internal interface IPersonalRecords
{
    /// <summary>Finds what it holds, each with the write that erases it.</summary>
    IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>The room that hears messages: knows what a person wrote.</summary>
internal interface IMessageTraces : IPersonalRecords
{
    ValueTask<IReadOnlyList<TracedMessage>> WrittenByAsync(Person person, CancellationToken cancel);
}

/// <summary>The room that knows which duties are open.</summary>
internal interface ILegalHolds
{
    /// <summary>Those of the messages that a duty by law keeps.</summary>
    ValueTask<IReadOnlyList<KeptItem>> HeldAsync(IReadOnlySet<string> messageIds, DateTimeOffset now, CancellationToken cancel);
}
