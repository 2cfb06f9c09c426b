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

    /// <summary>The sentence; empty when there is none to tell of.</summary>
    public static string Words(long count) => count == 0 ? ""
        : $"{Count(count)} {(count == 1 ? "is in a restricted case" : "are in restricted cases")}, and not part of this.";

    private static string Count(long count) => $"{Wording.Number(count)} more {(count == 1 ? "message" : "messages")}";
}
