using Comms.Core.Documents;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>What a briefing has no room for, by the reason.</summary>
internal sealed record LeftOut
{
    /// <summary>What must be known and does not fit.</summary>
    public IReadOnlyList<Voice> MustKnow { get; init; } = [];

    /// <summary>What others of the same author stood before.</summary>
    public IReadOnlyList<Voice> SameAuthor { get; init; } = [];

    /// <summary>What is worth less for its length than what is shown.</summary>
    public IReadOnlyList<Voice> WorthLess { get; init; } = [];

    public void Write(BriefingPage page)
    {
        Say(page, WorthLess, "is left out: worth less for its length than what is shown", "are left out: worth less for their length than what is shown");
        Say(page, SameAuthor, "is left out: its author is shown with what is worth more", "are left out: their author is shown with what is worth more");
    }

    /// <summary>Says beneath the cards what must be known beyond them.</summary>
    public void WriteMustKnow(BriefingPage page)
    {
        var count = Count(MustKnow, "more must be known and did not fit");
        if (MustKnow.Count > 0)
        {
            page.Add(new Callout(count + ": read the case list.")).Counting(count, Messages(MustKnow));
        }
    }

    private static void Say(BriefingPage page, IReadOnlyList<Voice> voices, string one, string many)
    {
        if (voices.Count > 0)
        {
            var count = Wording.Count(Messages(voices).Length, "message " + one, "messages " + many);
            page.Add(new Paragraph(count + ".")).Counting(count, Messages(voices));
        }
    }

    private static string Count(IReadOnlyList<Voice> voices, string says) => Wording.Number(Messages(voices).Length) + " " + says;

    private static TriagedMessage[] Messages(IReadOnlyList<Voice> voices) => [.. voices.SelectMany(voice => voice.Others.Prepend(voice.First))];
}
