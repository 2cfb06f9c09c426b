using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// What a message that was triaged again changes in its case: what it now asks for is added, and nothing that it asked for
/// before is dropped. Pure.
/// </summary>
internal static class CaseRenewal
{
    public static CaseRecord Of(CaseRecord before, TriageFindings now)
    {
        var moved = Moved(before, now.Routes[0]);
        var obligations = before.Obligations.UnionBy(now.Obligations, duty => duty.Rule).ToArray();
        string[] because = [.. before.Because.Union(CaseRule.Reasons(now), StringComparer.Ordinal)];
        var more = obligations.Length > before.Obligations.Count || because.Length > before.Because.Count;
        return moved with
        {
            Urgency = now.Urgency > before.Urgency ? now.Urgency : before.Urgency,
            Priority = Math.Max(now.Priority, before.Priority),
            Flags = [.. before.Flags.Union(now.Flags, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            AlsoTold = [.. moved.AlsoTold.Union(now.Routes.Select(route => route.Team), StringComparer.Ordinal).Except([moved.Team], StringComparer.Ordinal)],
            Because = because,
            Obligations = obligations,
            State = before.State == CaseState.Closed && more ? CaseState.Reopened : moved.State,
        };
    }

    /// <summary>The same for the case that it was joined to, which has from it what is new.</summary>
    public static CaseRecord OfJoined(CaseRecord target, string id, TriageFindings now)
    {
        var renewed = Of(target, now) with { Team = target.Team, Person = target.Person, Corrected = target.Corrected };
        var added = renewed.Obligations.Except(target.Obligations).ToArray();
        return renewed with
        {
            Joined = [.. target.Joined.Select(joined => joined.Id == id ? joined with { Obligations = [.. joined.Obligations, .. added] } : joined)],
        };
    }

    /// <summary>A person's correction moves the case to the team they gave the message to; whoever had it is told, and nobody there has taken it yet.</summary>
    private static CaseRecord Moved(CaseRecord before, Route first) => !first.ByPerson || first.Team == before.Corrected
        ? before
        : before with
        {
            Corrected = first.Team,
            Team = first.Team,
            Person = first.Team == before.Team ? before.Person : null,
            AlsoTold = first.Team == before.Team ? before.AlsoTold : [.. before.AlsoTold.Append(before.Team).Distinct(StringComparer.Ordinal)],
            State = before.State == CaseState.Owned && first.Team != before.Team ? CaseState.New : before.State,
        };
}
