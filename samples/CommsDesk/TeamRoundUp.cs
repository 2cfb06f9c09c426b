using System.Runtime.CompilerServices;
using Comms.Core.Cases.Concerns;
using Comms.Core.RoundUps;
using CommsDesk.Configuration;

namespace CommsDesk;

/// <summary>Asks the engine for a team's edition under the desk's policy.</summary>
internal static class TeamRoundUp
{
    /// <exception cref="ConfigException">The policy has no such team.</exception>
    public static async Task<RoundUpResult> ComposeAsync(Desk desk, string team, IsoWeek week, CancellationToken cancel)
    {
        var request = RoundUpRequest.ForWeek(team, desk.Team(team).Name, week, desk.Config.Zone);
        var facts = await CaseFacts.ReadAsync(desk, cancel);
        var told = await ToldAsync(desk, facts, request.From, request.To, cancel);
        var work = await WorkAsync(desk, request.From, request.To, cancel);
        return await desk.Engine.RoundUps.ComposeAsync(UnderPolicy(desk, request, facts, told, work), board: null, cancel);
    }

    /// <summary>The editions of all the policy's teams, in its order.</summary>
    public static async IAsyncEnumerable<RoundUpResult> ComposeAllAsync(
        Desk desk, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var facts = await CaseFacts.ReadAsync(desk, cancel);
        var told = await ToldAsync(desk, facts, from, to, cancel);
        var work = await WorkAsync(desk, from, to, cancel);
        RoundUpRequest[] requests =
        [
            .. desk.Policy.Teams.Select(team => UnderPolicy(
                desk, new RoundUpRequest { Team = team.Id, TeamName = team.Name, From = from, To = to, Zone = desk.Config.Zone }, facts, told, work)),
        ];
        await foreach (var result in desk.Engine.RoundUps.ComposeAllAsync(requests, board: null, cancel))
        {
            yield return result;
        }
    }

    private static RoundUpRequest UnderPolicy(Desk desk, RoundUpRequest request, CaseFacts facts, IReadOnlyList<YouSaid> told, ILookup<string, GoodWork> work) =>
        request with { Enough = desk.Policy.EnoughForRoundUp, Policy = desk.Policy.Name, Duties = facts.Duties, Outcomes = told, GoodWork = [.. work[request.Team]] };

    /// <summary>What colleagues who wish to be named did online in a period, by their team.</summary>
    private static async ValueTask<ILookup<string, GoodWork>> WorkAsync(Desk desk, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var amplifiers = await desk.Engine.Amplifiers.ListAsync(cancel).Where(one => one.MayBeCelebrated).ToListAsync(cancel);
        return amplifiers.SelectMany(one => one.Work.Where(work => work.At >= from && work.At < to).Select(work => (one.Team, Work: new GoodWork(one.Name, work.Title, work.Url))))
            .ToLookup(pair => pair.Team, pair => pair.Work, StringComparer.Ordinal);
    }

    /// <summary>What was done about concerns, as it was approved to be told in a period.</summary>
    private static ValueTask<List<YouSaid>> ToldAsync(Desk desk, CaseFacts facts, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        desk.Engine.Outcomes.ListApprovedAsync(cancel).Where(one => one.ApprovedAt >= from && one.ApprovedAt < to).Select(one => Told(one.Concern, facts)).ToListAsync(cancel);

    private static YouSaid Told(Concern concern, CaseFacts facts) => new(
        concern.Said, concern.Outcome!.Did, concern.Outcome.By,
        [.. concern.Cases.Select(id => facts.Teams.GetValueOrDefault(id)).OfType<string>().Distinct(StringComparer.Ordinal)]);
}
