using Comms.Core.Cases.Consultations;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// A matter that someone must act on, with its owner and its duties. Only Cases opens one. Immutable; each change gives a
/// new one.
/// </summary>
public sealed class Case
{
    internal const string Kind = "case";

    internal Case(string id, CaseRecord body, long revision)
    {
        Id = id;
        Body = body;
        Revision = revision;
    }

    /// <summary>The case's name everywhere in the engine.</summary>
    public string Id { get; }

    /// <summary>The messages of the matter, first to last.</summary>
    public IReadOnlyList<string> Messages => Body.Messages;

    /// <summary>The team that owns it.</summary>
    public string Team => Body.Team;

    /// <summary>Other teams that were told of it.</summary>
    public IReadOnlyList<string> AlsoTold => Body.AlsoTold;

    /// <summary>Where it stands.</summary>
    public CaseState State => Body.State;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt => Body.OpenedAt;

    /// <summary>How soon someone must act.</summary>
    public Urgency Urgency => Body.Urgency;

    /// <summary>From 0 to 100, by need.</summary>
    public int Priority => Body.Priority;

    /// <summary>Safety and duty, as Triage found it.</summary>
    public IReadOnlyList<string> Flags => Body.Flags;

    /// <summary>Why it was opened, in words; never empty.</summary>
    public IReadOnlyList<string> Because => Body.Because;

    /// <summary>What the law asks for, each with its last day. Nothing but the act itself ends one.</summary>
    public IReadOnlyList<CaseObligation> Obligations => [.. Body.Obligations.Select(Body.StandingOf)];

    /// <summary>The person who has taken it; null while nobody has.</summary>
    public string? Person => Body.Person;

    /// <summary>What was done, in the order of recording.</summary>
    public IReadOnlyList<CaseAct> Acts => Body.Acts;

    /// <summary>What people noted, in the order of noting.</summary>
    public IReadOnlyList<CaseNote> Notes => Body.Notes;

    /// <summary>The roles that see it; empty when it is not restricted.</summary>
    public IReadOnlyList<string> RestrictedTo => Body.RestrictedTo ?? [];

    /// <summary>Its entry in the media log; null where nobody has made one.</summary>
    public MediaEnquiry? Enquiry => Body.Enquiry;

    /// <summary>Which questions of which consultation it answers; null where it answers none.</summary>
    public ConsultationResponse? Response => Body.Response;

    /// <summary>By when a journalist needs an answer; null when none does, or they have it.</summary>
    public DateTimeOffset? PressDeadline => Body.PressDeadline;

    /// <summary>The cases that were joined to it.</summary>
    public IReadOnlyList<string> Joined => [.. Body.Joined.Select(joined => joined.Id)];

    /// <summary>The case that it was joined to, which goes on for both; null when it goes on by itself.</summary>
    public string? JoinedTo => Body.JoinedTo;

    /// <summary>Whether someone must still act in it: it is neither closed nor joined to another.</summary>
    public bool IsOpen => State != CaseState.Closed && JoinedTo is null;

    /// <summary>The first last day of a duty that is open and whose clock runs; null when none is.</summary>
    public DateOnly? Due => Body.Outstanding.Min(duty => duty.Due);

    internal CaseRecord Body { get; }

    internal long Revision { get; }

    internal static RecordKey KeyFor(string messageId) => new(Kind, ContentId.Of(Kind, messageId));

    internal static RecordKey KeyOf(string id) => new(Kind, id);

    internal static Case Open(LedgerRecord record) => new(record.Key.Id, CaseRecord.Open(record), record.Revision);
}
