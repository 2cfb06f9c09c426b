using Comms.Core.Cases.Consultations;

namespace CommsDesk.Output;

/// <summary>The responses to a consultation as the rows of a spreadsheet: one for each question that a message answers.</summary>
internal static class ResponseTable
{
    public static IReadOnlyList<string> Columns { get; } = ["consultation", "question", "asked", "case", "message", "at", "source", "late", "words"];

    public static IEnumerable<IReadOnlyList<string>> Rows(ConsultationReport report) =>
        report.Responses.SelectMany(response => response.Questions.DefaultIfEmpty("").Select(question => Row(report.Consultation, question, response)));

    private static string[] Row(Consultation consultation, string question, CollectedResponse response) =>
    [
        consultation.Id, question, consultation.Questions.FirstOrDefault(one => one.Id == question)?.Text ?? "",
        response.Case, response.Message, CaseTable.At(response.At), response.Source, response.Late ? "late" : "", response.Words,
    ];
}
