using Comms.Core.Documents;
using Comms.Core.Insights.Unheard;
using Comms.Core.Text;

namespace Comms.Core.Insights.Reporting;

/// <summary>Shows who is not heard as a document.</summary>
public static class UnheardPage
{
    private const int MostShown = 50;

    /// <summary>The report as a table, with what was compared and what cannot be told.</summary>
    /// <param name="report">What was found.</param>
    public static Document ToDocument(UnheardReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Document
        {
            Title = "Who is not heard, " + Wording.Period(report.Request.LastDay.AddDays(1 - report.Request.Days), report.Request.LastDay),
            Series = "Insights",
            Blocks =
            [
                new Paragraph(
                    $"Answers to the survey: {Wording.Number(report.Answers)}; messages that came unasked: {Wording.Number(report.Messages)}; {Wording.Count(report.Compared, "name")} compared. "
                    + "Named is what stands lower among the messages than in the survey by more than chance lets it. Ask those people; do not wait for them to write."),
                .. Voices(report),
                .. report.NotTold.Select(kind => new Callout($"The survey tells {Kind(kind)}s and no message does: which of them are not heard cannot be told.")),
            ],
        };
    }

    private static IEnumerable<Block> Voices(UnheardReport report)
    {
        if (report.Voices.Count == 0)
        {
            yield return new Paragraph(report.Compared == 0 ? "There was nothing to compare." : "Nothing that the survey names is missing from the messages.");
            yield break;
        }

        Column[] columns = [new("Who or what"), new("Kind"), new("Survey", Numeric: true), new("Messages", Numeric: true)];
        yield return new Table("Named by the survey, not by the messages", columns, [.. report.Voices.Take(MostShown).Select(voice => Row(voice, report.Request.FewestShown))]);
        if (report.Voices.Count > MostShown)
        {
            yield return new Paragraph($"And {Wording.Number(report.Voices.Count - MostShown)} more.");
        }
    }

    private static string[] Row(UnheardVoice voice, int fewest) =>
    [
        voice.Name,
        Kind(voice.Kind),
        $"{Of(voice.Survey.Count, voice.Survey.Of)} ({InsightWords.Percent(voice.Survey.Value)})",
        voice.Messages is { } count ? Of(count, voice.MessagesTelling) : $"fewer than {fewest} of {Wording.Number(voice.MessagesTelling)}",
    ];

    private static string Of(long count, long of) => $"{Wording.Number(count)} of {Wording.Number(of)}";

    private static string Kind(VoiceKind kind) => kind switch
    {
        VoiceKind.Place => "place",
        VoiceKind.Service => "service",
        VoiceKind.Group => "group",
        _ => "theme",
    };
}
