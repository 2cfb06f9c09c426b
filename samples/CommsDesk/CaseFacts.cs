using Comms.Core.Calendars;
using Comms.Core.Cases;
using Comms.Core.Cases.Concerns;
using Comms.Core.Governance;
using Comms.Core.RoundUps;
using Comms.Core.RoundUps.Briefings;
using CommsDesk.Configuration;

namespace CommsDesk;

/// <summary>What the cases tell an edition.</summary>
/// <param name="Answered">The messages that were answered, or whose case is closed.</param>
/// <param name="Duties">The duties that are open and whose clock runs.</param>
/// <param name="Told">What was done about concerns, and since when it may be told.</param>
internal sealed record CaseFacts(IReadOnlySet<string> Answered, IReadOnlyList<DutyDue> Duties, IReadOnlyList<(DateTimeOffset At, YouSaid Told)> Told)
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

        var told = await desk.Engine.Outcomes.ListApprovedAsync(cancel).Select(one => (one.ApprovedAt, ToTell(one.Concern, teams))).ToListAsync(cancel);
        return new CaseFacts(answered, duties, told);
    }

    public RoundUpRequest AddTo(RoundUpRequest request) => request with
    {
        Duties = Duties,
        Outcomes = [.. Told.Where(one => one.At >= request.From && one.At < request.To).Select(one => one.Told)],
    };

    public BriefingRequest AddTo(BriefingRequest request) => request with { Answered = Answered, Duties = Duties };

    private static YouSaid ToTell(Concern concern, Dictionary<string, string> teams) => new(
        concern.Said, concern.Outcome!.Did, concern.Outcome.By,
        [.. concern.Cases.Select(id => teams.GetValueOrDefault(id)).OfType<string>().Distinct(StringComparer.Ordinal)]);
}
