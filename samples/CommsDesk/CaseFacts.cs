using Comms.Core.Calendars;
using Comms.Core.Cases;
using Comms.Core.Governance;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using CommsDesk.Configuration;

namespace CommsDesk;

/// <summary>What the cases tell an edition.</summary>
/// <param name="Answered">The messages that were answered, or whose case is closed.</param>
/// <param name="Duties">The duties that are open and whose clock runs.</param>
/// <param name="Teams">The team of each case, by the case's id.</param>
internal sealed record CaseFacts(IReadOnlySet<string> Answered, IReadOnlyList<DutyDue> Duties, IReadOnlyDictionary<string, string> Teams)
{
    public static async Task<CaseFacts> ReadAsync(Desk desk, CancellationToken cancel)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        var duties = new List<DutyDue>();
        var teams = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var one in desk.Engine.Cases.ListAsync(Actor.Engine, cancel))
        {
            teams.Add(one.Id, one.Team);
            if (!one.IsOpen || one.State == CaseState.Answered)
            {
                answered.UnionWith(one.JoinedTo is null ? one.Messages : []);
            }

            if (one is { IsOpen: true, PressDeadline: { } deadline })
            {
                duties.Add(new DutyDue("answer", "press deadline", Zones.DayOf(deadline, desk.Config.Zone), one.Team));
            }

            foreach (var duty in one.IsOpen ? one.Obligations : [])
            {
                if (duty is { EndedBy: null, Due: { } due })
                {
                    duties.Add(new DutyDue(duty.Duty.Act, duty.Duty.Rule, due, one.Team));
                }
            }
        }

        return new CaseFacts(answered, duties, teams);
    }

    public BriefingRequest AddTo(BriefingRequest request) => request with { Answered = Answered, Duties = Duties };
}
