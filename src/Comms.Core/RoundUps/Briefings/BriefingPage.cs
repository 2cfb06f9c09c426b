namespace Comms.Core.RoundUps.Briefings;

/// <summary>The page of a briefing.</summary>
internal sealed class BriefingPage(BriefingRequest request, BriefedDays days, bool keepsEvidence = true) : EditionPage(request.Zone, request.LongestQuote, keepsEvidence)
{
    public BriefingRequest Request => request;

    public BriefedDays Days => days;
}
