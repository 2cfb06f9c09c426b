using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.RoundUps;

/// <summary>
/// Adds negative voices until they have their share of the quotations; where they cannot, says so in figures.
/// </summary>
internal static class BalanceSection
{
    public static void Write(RoundUpPage page)
    {
        var begun = false;
        while (Balance.IsShort(page) && Balance.Choose(page, page.Week.Feeling("negative")) is { } voice)
        {
            if (!begun)
            {
                page.Heading("Also said", 3);
                begun = true;
            }

            page.Card(voice);
        }

        Say(page);
    }

    private static void Say(RoundUpPage page)
    {
        var all = page.Week.Owned;
        var negative = page.Week.Feeling("negative").ToArray();
        var (ofAll, whole) = (Wording.Number(negative.Length) + " of", Wording.Count(all.Count, "message"));
        var quotedNegative = page.Quoted.Where(Balance.IsNegative).ToArray();
        var (ofQuoted, quoted) = (Wording.Number(quotedNegative.Length) + " of the", Wording.Count(page.Quoted.Count, "quotation"));
        var says = $"{ofAll} {whole} {(negative.Length == 1 ? "is" : "are")} negative, and so {(quotedNegative.Length == 1 ? "is" : "are")} {ofQuoted} {quoted} above";
        var text = Balance.IsShort(page)
            ? new Callout(says + ": fewer than their share, because the others wait for a person to read them or say the same.")
            : (Block)new Paragraph(says + ".");
        page.Add(text).Counting(ofAll, negative).Counting(whole, all).Counting(ofQuoted, quotedNegative).Counting(quoted, page.Quoted);
    }
}
