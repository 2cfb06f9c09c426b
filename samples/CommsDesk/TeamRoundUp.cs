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
        return await desk.Engine.RoundUps.ComposeAsync(UnderPolicy(desk, request, facts, told), board: null, cancel);
    }

    /// <summary>The editions of all the policy's teams, in its order.</summary>
    public static async IAsyncEnumerable<RoundUpResult> ComposeAllAsync(
        Desk desk, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var facts = await CaseFacts.ReadAsync(desk, cancel);
        var told = await ToldAsync(desk, facts, from, to, cancel);
        RoundUpRequest[] requests =
        [
            .. desk.Policy.Teams.Select(team => UnderPolicy(
                desk, new RoundUpRequest { Team = team.Id, TeamName = team.Name, From = from, To = to, Zone = desk.Config.Zone }, facts, told)),
        ];
        await foreach (var result in desk.Engine.RoundUps.ComposeAllAsync(requests, board: null, cancel))
        {
            yield return result;
        }
    }

    private static RoundUpRequest UnderPolicy(Desk desk, RoundUpRequest request, CaseFacts facts, IReadOnlyList<YouSaid> told) =>
        request with { Enough = desk.Policy.EnoughForRoundUp, Policy = desk.Policy.Name, Duties = facts.Duties, Outcomes = told };

    /// <summary>What was done about concerns, as it was approved to be told in a period.</summary>
    private static ValueTask<List<YouSaid>> ToldAsync(Desk desk, CaseFacts facts, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        desk.Engine.Outcomes.ListApprovedAsync(cancel).Where(one => one.ApprovedAt >= from && one.ApprovedAt < to).Select(one => Told(one.Concern, facts)).ToListAsync(cancel);

    private static YouSaid Told(Concern concern, CaseFacts facts) => new(
        concern.Said, concern.Outcome!.Did, concern.Outcome.By,
        [.. concern.Cases.Select(id => facts.Teams.GetValueOrDefault(id)).OfType<string>().Distinct(StringComparer.Ordinal)]);
}
