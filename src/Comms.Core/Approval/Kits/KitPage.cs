using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Comms.Core.Text;

namespace Comms.Core.Approval.Kits;

/// <summary>Shows a kit to those who will be asked: who hears first, what is said, and what is answered.</summary>
public static class KitPage
{
    /// <summary>The kit as a document.</summary>
    /// <param name="standing">The kit as it stands.</param>
    /// <param name="zone">The zone in which times are shown, as <c>Europe/London</c>.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static Document ToDocument(KitStanding standing, string zone)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var kit = standing.Kit;
        return new Document
        {
            Title = kit.Title,
            Series = "Kit for a difficult story",
            Blocks =
            [
                new Callout(standing.IsReady ? "Ready: everyone who comes first was told." : $"Not ready: {string.Join("; ", standing.Lacks)}."),
                .. Listed("Who is told first", kit.ToldFirst.Select(whom => Told(whom, standing.When(whom), zone)), ordered: true),
                .. Listed("Lines to take", kit.Lines),
                .. Heading("Questions and answers", kit.Questions.Count),
                .. kit.Questions.SelectMany(Answered),
                .. kit.Consultation is { } asks ? Asked(asks) : [],
            ],
        };
    }

    private static string Told(string whom, KitTold? told, string zone) => told is null
        ? $"{whom}: not told yet"
        : $"{whom}: told by {told.Who}, {Phrases.Time(Zones.ToLocal(told.At, zone))}";

    private static IEnumerable<Block> Answered(KitQuestion asked) =>
        [new Heading(asked.Question, 3), new Paragraph(string.IsNullOrWhiteSpace(asked.Answer) ? "No answer is written yet." : asked.Answer)];

    private static IEnumerable<Block> Asked(KitConsultation asks) =>
    [
        new Heading("The consultation", 2),
        new Paragraph($"Answers are taken from {Wording.Period(asks.From, asks.To)}."),
        .. Written(asks.Proposal),
        .. Listed("The facts", asks.Facts, level: 3),
        .. Listed("How to answer", asks.HowToAnswer, level: 3),
        .. Heading("Where concerns go", asks.ConcernsGoTo.Length, level: 3),
        .. Written(asks.ConcernsGoTo),
    ];

    private static IEnumerable<Block> Written(string text) => string.IsNullOrWhiteSpace(text) ? [] : [new Paragraph(text)];

    private static IEnumerable<Block> Heading(string heading, int count, int level = 2) => count == 0 ? [] : [new Heading(heading, level)];

    private static IEnumerable<Block> Listed(string heading, IEnumerable<string> items, bool ordered = false, int level = 2)
    {
        InlineText[] all = [.. items.Select(InlineText.FromString)];
        return [.. Heading(heading, all.Length, level), .. all.Length == 0 ? Array.Empty<Block>() : [new ListBlock(all, ordered)]];
    }
}
