using Comms.Core.Ledger;

namespace Comms.Core.Triage.Corrections;

/// <summary>
/// What a person said of a message. Holds no words of it: the layer learns from the message itself, as long as that
/// stands unchanged in the ledger. Only <see cref="CorrectionDesk"/> makes one. Immutable.
/// </summary>
public sealed class Correction
{
    internal const string RecordKind = "correction";

    internal Correction(int number, CorrectionRecord body, long revision)
    {
        Number = number;
        Body = body;
        Revision = revision;
    }

    /// <summary>From 1, in the order in which corrections were made.</summary>
    public int Number { get; }

    /// <summary>The message.</summary>
    public string MessageId => Body.MessageId;

    /// <summary>What was corrected.</summary>
    public Heading Heading => Body.Heading;

    /// <summary>The label that was said to hold, or not to.</summary>
    public string Label => Body.Label;

    /// <summary>Whether the label holds.</summary>
    public bool Holds => Body.Holds;

    /// <summary>What triage had said: the team or the sentiment before; null for themes and kinds.</summary>
    public string? Was => Body.Was;

    /// <summary>Who said so.</summary>
    public string By => Body.By;

    /// <summary>When.</summary>
    public DateTimeOffset At => Body.At;

    /// <summary>Who took it back; null while it stands.</summary>
    public string? UndoneBy => Body.UndoneBy;

    internal CorrectionRecord Body { get; }

    internal long Revision { get; }

    internal bool Stands => UndoneBy is null;

    /// <summary>Of two corrections with the same subject, the later holds.</summary>
    internal (string, Heading, string) Subject => (MessageId, Heading, Heading is Heading.Theme or Heading.Kind ? Label : "");

    internal static RecordKey KeyOf(int number) => new(RecordKind, number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture));

    internal static Correction Open(LedgerRecord record) => new(
        int.Parse(record.Key.Id, System.Globalization.CultureInfo.InvariantCulture), CorrectionRecord.Open(record), record.Revision);
}
