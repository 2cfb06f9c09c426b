using Comms.Core.RoundUps.Briefings;
using CommsDesk.Configuration;

namespace CommsDesk;

/// <summary>Tells a briefing what the cases know: which messages were answered, and which duties are open.</summary>
internal static class BriefedCases
{
    public static async Task<BriefingRequest> AddAsync(BriefingRequest request, Desk desk, CancellationToken cancel)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        var duties = new List<DutyDue>();
        await foreach (var one in desk.Engine.Cases.ListAsync(cancel))
        {
            if (!one.IsOpen || one.Acts.Any(act => act.Name == "answer"))
            {
                answered.UnionWith(one.JoinedTo is null ? one.Messages : []);
            }

            duties.AddRange(one.IsOpen
                ? one.Obligations.Where(duty => duty.EndedBy is null).Select(duty => new DutyDue(duty.Duty.Act, duty.Duty.Rule, duty.Duty.Due, one.Team))
                : []);
        }

        return request with { Answered = answered, Duties = duties };
    }
}
