using Comms.Core.Documents;

namespace Comms.Core.RoundUps;

/// <summary>How the edition was made, for the reader who doubts it.</summary>
internal static class ClosingSection
{
    public static void Write(RoundUpPage page, EditionKind kind)
    {
        page.Heading("How this was made");
        RestrictedCases.Say(page, page.Week.Restricted);
        var policy = $"policy {page.Request.Policy}";
        var period = RoundUpComposer.Period(page);
        page.Add(new Paragraph(
            $"It covers {period} in {page.Request.Zone} by {policy}. Every number counts messages that are listed with this edition, "
            + "and every quotation is an exact part of its message; personal data is masked. Nothing here was written by a machine "
            + (kind == EditionKind.RoundUp ? "but the headings and the counts." : "but the headings.")))
            .Given(period, "the request")
            .Given(page.Request.Zone, "the request")
            .Given(policy, "the request");
    }
}
