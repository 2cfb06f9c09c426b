namespace Comms.Core.RoundUps;

/// <summary>The page of a team's edition.</summary>
internal sealed class RoundUpPage(RoundUpRequest request, TeamWeek week) : EditionPage(request.Zone, request.LongestQuote)
{
    public RoundUpRequest Request => request;

    public TeamWeek Week => week;
}
