using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Keeps the negative at no less than its share of what is quoted.</summary>
internal static class Balance
{
    /// <summary>Whether the negative has less of the quotations than of the messages.</summary>
    public static bool IsShort(RoundUpPage page) =>
        Negative(page.Quoted) * page.Week.Owned.Count < Negative(page.Week.Owned) * page.Quoted.Count;

    /// <summary>
    /// The voice to quote next: most often said first, of the side that is short. Nobody is quoted twice, and a message
    /// with a flag is never made an example of. Null when nobody is left.
    /// </summary>
    public static Voice? Choose(RoundUpPage page, IEnumerable<TriagedMessage> from)
    {
        var wantsNegative = (Negative(page.Quoted) + 1) * page.Week.Owned.Count <= Negative(page.Week.Owned) * (page.Quoted.Count + 1);
        return page.Week.Voices.Among(from.Where(message => message.Findings.Flags.Count == 0))
            .Where(voice => !voice.Messages.Any(page.Quoted.Contains))
            .OrderByDescending(voice => IsNegative(voice.First) == wantsNegative)
            .ThenByDescending(voice => voice.Others.Count)
            .FirstOrDefault();
    }

    public static bool IsNegative(TriagedMessage message) => message.Findings.Sentiment.Label == "negative";

    private static long Negative(IEnumerable<TriagedMessage> messages) => messages.LongCount(IsNegative);
}
