using Comms.Core.Documents;
using Comms.Core.Text;

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
        Remaining.Say(page, WorthLess, "message is left out: worth less for its length than what is shown", "messages are left out: worth less for their length than what is shown");
        Remaining.Say(page, SameAuthor, "message is left out: its author is shown with what is worth more", "messages are left out: their author is shown with what is worth more");
    }

    /// <summary>Says beneath the cards what must be known beyond them.</summary>
    public void WriteMustKnow(BriefingPage page)
    {
        if (MustKnow.Count > 0)
        {
            var count = Wording.Number(MustKnow.Sum(voice => voice.Count)) + " more must be known and did not fit";
            page.Add(new Callout(count + ": read the case list.")).Counting(count, MustKnow.SelectMany(voice => voice.Messages));
        }
    }
}
