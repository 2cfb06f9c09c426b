using Comms.Core.Text;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>The page of a briefing.</summary>
internal sealed class BriefingPage(BriefingRequest request, BriefedDays days, bool keepsEvidence = true) : EditionPage(request.Zone, request.LongestQuote, keepsEvidence)
{
    public BriefingRequest Request => request;

    public BriefedDays Days => days;

    /// <summary>A voice's card: how many others say it, and in a word why it must be known.</summary>
    public DrawnCard Draw(Voice voice, MustKnow? why) => Draw(
        voice,
        marks: voice.Others.Count == 0 ? [] : [Wording.Others(voice.Others.Count)],
        alert: why switch
        {
            MustKnow.Safety => "Safety",
            MustKnow.Press => "Press",
            MustKnow.Complaint => "Complaint",
            _ => null,
        });
}
