using Comms.Core.Documents;
using Comms.Core.Ledger;

namespace Comms.Core.RoundUps.Reads;

/// <summary>
/// A numbered edition of a series of things to read. Only <see cref="ReadDesk"/> makes one; what it says never changes, but
/// for corrections beside it and words that a person had removed, and both are recorded. Immutable.
/// </summary>
public sealed class ReadRoundUp
{
    internal ReadRoundUp(ReadRecord body, long revision)
    {
        Body = body;
        Revision = revision;
        Document = ReadPage.Of(body);
    }

    /// <summary>The series.</summary>
    public string Series => Body.Content.Series;

    /// <summary>From 1, without gaps among those approved. Free again when a frozen one is rejected.</summary>
    public int Number => Body.Content.Number;

    /// <summary>Composed from the items.</summary>
    public string Title => Body.Content.Title;

    /// <summary>What it points to.</summary>
    public IReadOnlyList<ReadItem> Items => Body.Content.Items;

    /// <summary>Where it stands.</summary>
    public ReadState State => Body.ApprovedBy is null ? ReadState.Frozen : ReadState.Approved;

    /// <summary>Who made it.</summary>
    public string Author => Body.Author;

    /// <summary>When it was frozen.</summary>
    public DateTimeOffset FrozenAt => Body.FrozenAt;

    /// <summary>Who approved it; null while nobody has.</summary>
    public string? ApprovedBy => Body.ApprovedBy;

    /// <summary>Corrections, first to last. They stand at the end of <see cref="Document"/>, and change nothing above.</summary>
    public IReadOnlyList<ReadErratum> Errata => Body.Errata;

    /// <summary>When words of it were removed at a person's request, first to last.</summary>
    public IReadOnlyList<DateTimeOffset> RemovedAt => Body.RemovedAt;

    /// <summary>The SHA-256 of the canonical JSON of what it says, in lower-case hexadecimal: what approval binds.</summary>
    public string Hash => Body.Hash;

    /// <summary>What the reader gets.</summary>
    public Document Document { get; }

    internal ReadRecord Body { get; }

    internal long Revision { get; }

    internal static ReadRoundUp Open(LedgerRecord record) => new(ReadRecord.Open(record), record.Revision);
}
