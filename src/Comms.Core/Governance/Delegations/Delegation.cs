using Comms.Core.Ledger;

namespace Comms.Core.Governance.Delegations;

/// <summary>Roles that someone has lent, with their end. Immutable.</summary>
public sealed class Delegation
{
    internal Delegation(string id, DelegationRecord body, long revision) => (Id, Body, Revision) = (id, body, revision);

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>Whose roles they are.</summary>
    public string By => Body.By;

    /// <summary>Who stands in.</summary>
    public string To => Body.To;

    /// <summary>The roles.</summary>
    public IReadOnlyList<string> Roles => Body.Roles;

    /// <summary>From when.</summary>
    public DateTimeOffset From => Body.From;

    /// <summary>Until when; earlier than planned where one of the two has ended it.</summary>
    public DateTimeOffset Until => Body.Until;

    /// <summary>Why.</summary>
    public string Reason => Body.Reason;

    internal DelegationRecord Body { get; }

    internal long Revision { get; }

    /// <summary>Whether it counts at an instant: from its beginning, and until its end and not at it.</summary>
    public bool StandsAt(DateTimeOffset instant) => From <= instant && instant < Until;

    internal static Delegation Open(LedgerRecord record) => new(record.Key.Id, DelegationRecord.Open(record), record.Revision);
}
