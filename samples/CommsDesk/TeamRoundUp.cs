using System.Runtime.CompilerServices;
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
        return await desk.Engine.RoundUps.ComposeAsync(UnderPolicy(desk, request, await CaseFacts.ReadAsync(desk, cancel)), board: null, cancel);
    }

    /// <summary>The editions of all the policy's teams, in its order.</summary>
    public static async IAsyncEnumerable<RoundUpResult> ComposeAllAsync(
        Desk desk, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var facts = await CaseFacts.ReadAsync(desk, cancel);
        RoundUpRequest[] requests =
        [
            .. desk.Policy.Teams.Select(team => UnderPolicy(
                desk, new RoundUpRequest { Team = team.Id, TeamName = team.Name, From = from, To = to, Zone = desk.Config.Zone }, facts)),
        ];
        await foreach (var result in desk.Engine.RoundUps.ComposeAllAsync(requests, board: null, cancel))
        {
            yield return result;
        }
    }

    private static RoundUpRequest UnderPolicy(Desk desk, RoundUpRequest request, CaseFacts facts) =>
        facts.AddTo(request with { Enough = desk.Policy.EnoughForRoundUp, Policy = desk.Policy.Name });
}
