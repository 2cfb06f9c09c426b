namespace Comms.Core.Cases.Consultations;

/// <summary>How many answered a question.</summary>
/// <param name="Question">The question; null for the whole consultation.</param>
/// <param name="Responses">Messages.</param>
/// <param name="People">Writers, each once at a source; each anonymous message counts as a writer of its own.</param>
/// <param name="Wordings">Different wordings, whatever their case and spacing: far fewer than responses where a campaign handed out the words.</param>
/// <param name="Late">Messages that came after the last day, counted in all the others too.</param>
public sealed record QuestionCount(ConsultationQuestion? Question, int Responses, int People, int Wordings, int Late)
{
    internal static QuestionCount Of(ConsultationQuestion? question, IReadOnlyList<CollectedResponse> responses) => new(
        question,
        responses.Count,
        responses.Select(response => response.Writer ?? response.Message).Distinct(StringComparer.Ordinal).Count(),
        responses.Select(response => Plain(response.Words)).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
        responses.Count(response => response.Late));

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
