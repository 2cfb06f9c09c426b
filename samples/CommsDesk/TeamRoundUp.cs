using Comms.Core.RoundUps;
using CommsDesk.Configuration;

namespace CommsDesk;

/// <summary>Asks the engine for a team's edition under the desk's policy.</summary>
internal static class TeamRoundUp
{
    /// <exception cref="ConfigException">The policy has no such team.</exception>
    public static Task<RoundUpResult> ComposeAsync(Desk desk, string team, IsoWeek week, CancellationToken cancel) =>
        desk.Engine.RoundUps.ComposeAsync(
            UnderPolicy(desk, RoundUpRequest.ForWeek(team, desk.Team(team).Name, week, desk.Config.Zone)), board: null, cancel);

    /// <summary>The editions of all the policy's teams, in its order.</summary>
    public static IAsyncEnumerable<RoundUpResult> ComposeAllAsync(Desk desk, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        desk.Engine.RoundUps.ComposeAllAsync(
            [
                .. desk.Policy.Teams.Select(team => UnderPolicy(desk, new RoundUpRequest
                {
                    Team = team.Id, TeamName = team.Name, From = from, To = to, Zone = desk.Config.Zone,
                })),
            ],
            board: null,
            cancel);

    private static RoundUpRequest UnderPolicy(Desk desk, RoundUpRequest request) =>
        request with { Enough = desk.Policy.EnoughForRoundUp, Policy = desk.Policy.Name };
}
