namespace Comms.Core.RoundUps.Briefings;

/// <summary>The page of a briefing.</summary>
internal sealed class BriefingPage(BriefingRequest request, BriefedDays days) : EditionPage(request.Zone, request.LongestQuote)
{
    public BriefingRequest Request => request;

    public BriefedDays Days => days;
}
