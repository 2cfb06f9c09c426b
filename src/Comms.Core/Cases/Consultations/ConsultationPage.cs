using Comms.Core.Documents;
using Comms.Core.Text;

namespace Comms.Core.Cases.Consultations;

/// <summary>Shows what came in to a consultation: the counts of each question, and the words under them.</summary>
public static class ConsultationPage
{
    /// <summary>The report as a document.</summary>
    /// <param name="report">What came in.</param>
    /// <param name="zone">The zone in which times are shown, as <c>Europe/London</c>.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static Document ToDocument(ConsultationReport report, string zone)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Document
        {
            Title = report.Consultation.Title,
            Series = "Consultation responses",
            Blocks =
            [
                new Paragraph(Extent(report)),
                Counts(report),
                .. report.Consultation.Questions.SelectMany(question => Answers(
                    $"{question.Id}. {question.Text}", report.Responses.Where(response => response.Questions.Contains(question.Id, StringComparer.Ordinal)), zone)),
                .. Answers("To no one question", report.Unsorted, zone),
                new Paragraph("Writers are counted once for each source. A response to several questions stands under each. Numbers of responses are no vote: who answers is not who is affected."),
            ],
        };
    }

    private static string Extent(ConsultationReport report)
    {
        var came = $"{Wording.Period(report.Consultation.From, report.Consultation.To)}: {Wording.Count(report.Whole.Responses, "response")} by {Wording.Count(report.Whole.People, "writer")}";
        return string.Join("; ", [came, .. NotShown.Counts(report.Restricted, report.Gone)]) + ".";
    }

    private static Table Counts(ConsultationReport report) => new(
        "Responses to each question",
        [new("Question"), new("Responses", Numeric: true), new("Writers", Numeric: true), new("Wordings", Numeric: true), new("Late", Numeric: true)],
        [.. report.Questions.Select(count => Row($"{count.Question!.Id}. {count.Question.Text}", count)), Row("All", report.Whole)]);

    private static string[] Row(string name, QuestionCount count) =>
        [name, Wording.Number(count.Responses), Wording.Number(count.People), Wording.Number(count.Wordings), Wording.Number(count.Late)];

    private static IEnumerable<Block> Answers(string heading, IEnumerable<CollectedResponse> responses, string zone)
    {
        CollectedResponse[] all = [.. responses];
        return all.Length == 0 ? [] :
        [
            new Heading(heading, 2),
            .. all.Select(response => NotShown.Card(response.Words, response.At, response.Source, zone) with { Marks = response.Late ? ["late"] : [] }),
        ];
    }
}
