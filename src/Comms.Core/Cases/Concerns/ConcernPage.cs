using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Cases.Concerns;

/// <summary>Shows a concern to those who decide: what people say, how many and since when, and their words.</summary>
public static class ConcernPage
{
    /// <summary>The evidence as a document.</summary>
    /// <param name="evidence">What bears the concern out.</param>
    /// <param name="zone">The zone of its days, as <c>Europe/London</c>.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static Document ToDocument(ConcernEvidence evidence, string zone)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var concern = evidence.Concern;
        return new Document
        {
            Title = concern.Said,
            Series = "What people say",
            Blocks =
            [
                new Paragraph($"For {concern.To}, from {concern.PassedBy}, {Wording.Day(Zones.DayOf(concern.PassedAt, zone))}."),
                new Paragraph(Extent(evidence, zone)),
                .. concern.Outcome is { } outcome
                    ? [new Callout($"What was done: {outcome.Did} ({outcome.By}, {Wording.Day(Zones.DayOf(outcome.At, zone))})")]
                    : new Block[] { new Callout("What will be done? The answer goes back to those who asked.") },
                .. evidence.Voices.Select(voice => NotShown.Card(voice.Words, voice.At, voice.Source, zone)),
            ],
        };
    }

    private static string Extent(ConcernEvidence evidence, string zone)
    {
        string[] said =
        [
            Wording.Count(evidence.Concern.Cases.Count, "case"),
            Wording.Count(evidence.Voices.Count, "message") + (evidence.Voices.Count == 0 ? ""
                : $" of {Wording.Period(Zones.DayOf(evidence.Voices[0].At, zone), Zones.DayOf(evidence.Voices[^1].At, zone))}"),
            .. NotShown.Counts(evidence.Restricted, evidence.Gone),
        ];
        return Wording.List(said) + ".";
    }
}
