using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>A room's own record about a person, and the write that takes the person out of it; no write where nothing of theirs stands in it.</summary>
internal sealed record PersonalRecord(HeldItem Item, LedgerWrite? Erasure)
{
    /// <summary>Why it stays as it is although something of theirs stands in it; null when it does not.</summary>
    public KeptItem? Kept { get; init; }

    /// <summary>The messages that a record which is old is about; none where it stands alone.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}

/// <summary>A room with records that are erased by their age, besides what is made of messages.</summary>
internal interface IAgedRecords
{
    /// <summary>Those over before an instant, each with the write that erases its words.</summary>
    IAsyncEnumerable<PersonalRecord> BeforeAsync(DateTimeOffset instant, CancellationToken cancel);
}

/// <summary>A room that holds records about persons. Each room knows its own records and no other's.</summary>
internal interface IPersonalRecords
{
    /// <summary>Finds what it holds, each with the write that erases it.</summary>
    IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>The room that hears messages: knows what a person wrote, and what is old.</summary>
internal interface IMessageTraces : IPersonalRecords
{
    ValueTask<IReadOnlyList<TracedMessage>> WrittenByAsync(Person person, CancellationToken cancel);

    /// <summary>Every message written before an instant whose words still stand.</summary>
    ValueTask<IReadOnlyList<TracedMessage>> WrittenBeforeAsync(DateTimeOffset instant, CancellationToken cancel);

    /// <summary>A message as it stands, emptied or not; null where there is none.</summary>
    ValueTask<TracedMessage?> FindAsync(string id, CancellationToken cancel);
}

/// <summary>Knows what may not be erased yet: by a duty that is open, or because a person placed a hold.</summary>
internal interface ILegalHolds
{
    /// <summary>Those of the messages that must be kept, each once.</summary>
    ValueTask<IReadOnlyList<KeptItem>> HeldAsync(IReadOnlyList<TracedMessage> messages, DateTimeOffset now, CancellationToken cancel);
}
