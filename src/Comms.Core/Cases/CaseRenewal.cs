using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// What a message that was triaged again changes in its case: what it now asks for is added, and nothing that it asked for
/// before is dropped. Pure.
/// </summary>
internal static class CaseRenewal
{
    public static CaseRecord Of(CaseRecord before, TriageFindings now) => Added(Moved(before, now.Routes[0]), now);

    /// <summary>
    /// The same for the case that it was joined to, which has from it what is new. It is not moved: a correction says whose
    /// the one message is, and this case has others.
    /// </summary>
    public static CaseRecord OfJoined(CaseRecord target, string id, TriageFindings now)
    {
        var renewed = Added(target, now);
        var added = renewed.Obligations.Except(target.Obligations).ToArray();
        return renewed with
        {
            Joined = [.. target.Joined.Select(joined => joined.Id == id ? joined with { Obligations = [.. joined.Obligations, .. added] } : joined)],
        };
    }

    private static CaseRecord Added(CaseRecord before, TriageFindings now)
    {
        var next = (before with { Obligations = [.. before.Obligations.UnionBy(now.Obligations, duty => duty.Rule)] })
            .Telling(now.Routes.Select(route => route.Team))
            .Pressing(now.Urgency, now.Priority, now.Flags, CaseRule.Reasons(now));
        var more = next.Obligations.Count > before.Obligations.Count || next.Because.Count > before.Because.Count;
        return before.State == CaseState.Closed && more ? next with { State = CaseState.Reopened } : next;
    }

    /// <summary>A person's correction moves the case to the team they gave the message to; whoever had it is told, and nobody there has taken it yet.</summary>
    private static CaseRecord Moved(CaseRecord before, Route first) =>
        !first.ByPerson || first.Team == before.Corrected ? before
        : first.Team == before.Team ? before with { Corrected = first.Team }
        : (before with
        {
            Corrected = first.Team,
            Team = first.Team,
            Person = null,
            State = before.State == CaseState.Owned ? CaseState.New : before.State,
        }).Telling([before.Team]);
}
