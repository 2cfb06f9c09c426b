using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>Says how many messages an edition passes over because only some may see their cases: no more is told of them.</summary>
internal static class RestrictedCases
{
    public static void Say(EditionPage page, long count)
    {
        if (count > 0)
        {
            page.Add(new Paragraph(Words(count))).Given(Count(count), "the ledger, counted while reading");
        }
    }

    /// <summary>Why there is no edition, and how many messages of restricted cases there would have been.</summary>
    public static string Added(string reason, long count) => count == 0 ? reason : $"{reason} {Words(count)}";

    private static string Words(long count) =>
        $"{Count(count)} {(count == 1 ? "is in a restricted case" : "are in restricted cases")}, and not part of this.";

    private static string Count(long count) => $"{Wording.Number(count)} more {(count == 1 ? "message" : "messages")}";
}
