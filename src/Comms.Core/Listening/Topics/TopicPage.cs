using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Listening.Topics;

/// <summary>Shows what people talk of.</summary>
public static class TopicPage
{
    /// <summary>The report as a document.</summary>
    /// <param name="report">What was found.</param>
    public static Document ToDocument(TopicReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var request = report.Request;
        return new Document
        {
            Title = "What people talk of, " + Wording.Period(Zones.DayOf(request.From, request.Zone), Zones.DayOf(request.To.AddTicks(-1), request.Zone)),
            Series = "Listening",
            Blocks =
            [
                .. report.Topics.Count > 0 ? new Block[] { Topics(report) } : [],
                new Heading("What rises", 2),
                .. Rising(report),
                new Heading("Conversations to join", 2),
                .. report.Conversations.Count == 0 ? [new Paragraph("None that is active, near a topic and without us.")] : report.Conversations.SelectMany(one => Conversation(one, request)),
            ],
        };
    }

    private static Table Topics(TopicReport report) => new(
        "Topics",
        [new("Topic"), new("Messages", Numeric: true), new("People", Numeric: true), new("Voices an hour, summed", Numeric: true), new("Usual", Numeric: true)],
        [
            .. report.Topics.Select(topic => (IReadOnlyList<string>)
                [topic.Topic, Wording.Number(topic.Messages), Wording.Number(topic.Voices), Wording.Number(topic.Hourly), topic.Usual is { } usual ? Figure(usual) : "not known yet"]),
        ]);

    private static IEnumerable<Block> Rising(TopicReport report)
    {
        if (!report.KnowsUsual)
        {
            yield return new Paragraph($"What is usual is not known yet: {Wording.Count(report.HistoryHours / 168, "week")} of listening before these days, and it takes two.");
            yield break;
        }

        yield return report.Bursts.Count == 0
            ? new Paragraph("Nothing above what is usual.")
            : new ListBlock([.. report.Bursts.Select(burst => Rise(burst, report.Request.Zone))]);
        yield return new Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"An ordinary hour of a topic is called a burst in {report.Request.FalseAlarmRate:0.#####%} of cases; the hashtags that nobody watches share as much. Each person counts once an hour."));
    }

    private static InlineText Rise(Burst burst, string zone)
    {
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{burst.Topic}{(burst.Watched ? "" : " (not watched)")}: {Wording.Count(burst.Voices, "person", "people")} in an hour, usually {Figure(burst.Usual)}; from {Time(burst.From, zone)}, {Wording.Count(burst.Hours, "hour")} long");
        return burst.FirstUrl is { } url ? new InlineText(new Inline(said + ". "), new Inline("The first message", Url: url)) : InlineText.FromString(said + ".");
    }

    private static IEnumerable<Block> Conversation(OpenConversation one, TopicRequest request)
    {
        string[] why =
        [
            .. one.Asks ? ["a question stands without an answer"] : Array.Empty<string>(),
            "about " + Wording.List([.. one.Topics, .. one.NearHashtags]),
            $"{Wording.Count(one.Voices, "person", "people")} in {Wording.Count(one.Messages.Count, "message")} since {Time(one.Since, request.Zone)}, the last at {Time(one.Last, request.Zone)}",
            .. one.InCase ? ["a case is open: whoever owns it answers there"] : Array.Empty<string>(),
        ];
        yield return new Paragraph(new InlineText(new Inline("“" + one.Says + "”", Url: one.Url)));
        yield return new ListBlock([.. why.Select(reason => InlineText.FromString(char.ToUpperInvariant(reason[0]) + reason[1..] + "."))]);
    }

    private static string Figure(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset instant, string zone) => Wording.Moment(Zones.ToLocal(instant, zone));
}
