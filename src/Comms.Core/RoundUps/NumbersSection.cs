using Comms.Core.Documents;
using Comms.Core.Text;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>The week in numbers.</summary>
internal static class NumbersSection
{
    private const string LastWeek = "the edition before";

    public static void Write(RoundUpPage page)
    {
        page.Heading("The week in numbers");
        Figures(page);
        Shares(page);
        Compare(page);
    }

    private static void Figures(RoundUpPage page)
    {
        var owned = page.Week.Owned;
        TriagedMessage[] replies = [.. page.Week.ToAnswer()];
        TriagedMessage[] praise = [.. page.Week.Praise()];
        var before = page.Week.Before is { } counts ? Wording.Number(counts.Messages) + " the week before" : null;
        Figure[] figures =
        [
            new(owned.Count == 1 ? "message" : "messages", Wording.Number(owned.Count), before),
            new(replies.Length == 1 ? "needs a reply" : "need a reply", Wording.Number(replies.Length)),
            new("with praise in it", Wording.Number(praise.Length)),
        ];
        page.Add(new FigureRow(figures))
            .Counting(figures[0].Value, owned)
            .Counting(figures[1].Value, replies)
            .Counting(figures[2].Value, praise)
            .Given(before ?? "", LastWeek);
    }

    private static void Shares(RoundUpPage page)
    {
        (string Label, Tone Tone)[] parts =
            [("negative", Tone.Negative), ("neutral", Tone.Neutral), ("positive", Tone.Positive), ("unknown", Tone.None)];
        var shares = parts.Select(part => (Messages: page.Week.Feeling(part.Label).ToArray(), part.Tone)).ToArray();
        page.Add(new ShareBar("How people feel", [.. shares.Select(share => new Share(Name(share.Tone), share.Messages.Length, share.Tone))]));
        foreach (var (messages, tone) in shares)
        {
            page.Counting(Name(tone) + ": " + Wording.Number(messages.Length), messages);
        }
    }

    private static void Compare(RoundUpPage page)
    {
        if (page.Week.Before is not { } before)
        {
            return;
        }

        var text = $"The week before: {Wording.Number(before.Negative)} negative, {Wording.Number(before.Neutral)} neutral "
            + $"and {Wording.Number(before.Positive)} positive.";
        page.Add(new Paragraph(text)).Given(text, LastWeek);
    }

    private static string Name(Tone tone) => tone == Tone.None ? "Not judged" : tone.ToString();
}
